namespace Ksef.Mapping;

/// <summary>
/// Invoices that were made and wait to be checked together. To make an invoice and to check it are two large pieces of code: where they take turns at
/// every invoice, each finds its instructions driven out of the processor's caches by the other, and both take a fifth longer.
/// </summary>
internal sealed class MadeInvoices(MappingContext context)
{
    private const int Most = 32;

    /// <summary>Large invoices do not wait for one another: what is held does not grow with them.</summary>
    private const int MostBytes = 256 * 1024;

    private readonly List<MadeInvoice> _waiting = new(Most);
    private int _bytes;

    /// <summary>Whether they are to be checked now.</summary>
    public bool IsFull => _waiting.Count == Most || _bytes >= MostBytes;

    public void Add(MadeInvoice made)
    {
        _waiting.Add(made);
        _bytes += made.Mapped.Xml?.Length ?? 0;
    }

    /// <summary>Checks them all.</summary>
    /// <returns>What became of them, in the order in which they were made; nothing waits any longer.</returns>
    public List<MappedInvoice> Check()
    {
        var mapped = _waiting.ConvertAll(made => made.Checked(context));
        _waiting.Clear();
        _bytes = 0;
        return mapped;
    }
}
