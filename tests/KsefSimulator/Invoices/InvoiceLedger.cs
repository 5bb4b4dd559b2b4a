using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using KsefSimulator.Storage;

namespace KsefSimulator.Invoices;

/// <summary>Every invoice ever sent, found by KSeF number, by hash, and by what makes it unique.</summary>
internal sealed class InvoiceLedger(Journal journal)
{
    private readonly JournaledSet<SubmittedInvoice> _invoices = new(journal, "invoice", InvoiceJson.Types.SubmittedInvoice);
    private readonly ConcurrentDictionary<string, SubmittedInvoice> _byKsefNumber = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SubmittedInvoice> _byBusinessKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SubmittedInvoice> _byHash = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SubmittedInvoice> _correctionOf = new(StringComparer.Ordinal);

    public int Count => _invoices.Count;

    public IEnumerable<SubmittedInvoice> All => _invoices.Values;

    public IEnumerable<SubmittedInvoice> Accepted => _byKsefNumber.Values;

    /// <summary>Claims the invoice's business key.</summary>
    /// <returns>False when an accepted invoice has it already: <paramref name="original"/>.</returns>
    public bool TryClaim(SubmittedInvoice accepted, [NotNullWhen(false)] out SubmittedInvoice? original)
    {
        original = _byBusinessKey.GetOrAdd(accepted.Facts!.BusinessKey, accepted);
        return ReferenceEquals(original, accepted);
    }

    public void Add(SubmittedInvoice invoice)
    {
        Index(invoice);
        _invoices.Put(invoice.ReferenceNumber, invoice);
    }

    /// <summary>Adds the invoices of a package with one write.</summary>
    public void AddAll(IReadOnlyCollection<SubmittedInvoice> invoices)
    {
        foreach (var invoice in invoices)
        {
            Index(invoice);
        }

        _invoices.PutAll(invoices.Select(invoice => (invoice.ReferenceNumber, invoice)).ToList());
    }

    public SubmittedInvoice? FindByKsefNumber(string ksefNumber) => _byKsefNumber.GetValueOrDefault(ksefNumber);

    /// <summary>The last invoice sent with this content in this context.</summary>
    public SubmittedInvoice? FindByHash(string contextKey, string hash) => _byHash.GetValueOrDefault($"{contextKey}|{hash}");

    /// <summary>The accepted technical correction of the invoice with this hash.</summary>
    public SubmittedInvoice? FindCorrectionOf(string contextKey, string hash) => _correctionOf.GetValueOrDefault($"{contextKey}|{hash}");

    /// <summary>After loading: drops invoices of packages whose processing was cut short, and rebuilds the indexes.</summary>
    public void Rebuild(Func<SubmittedInvoice, bool> isUnfinished)
    {
        _invoices.Forget(isUnfinished);
        foreach (var invoice in _invoices.Values)
        {
            Index(invoice);
            if (invoice.IsAccepted)
            {
                _byBusinessKey[invoice.Facts!.BusinessKey] = invoice;
            }
        }
    }

    private void Index(SubmittedInvoice invoice)
    {
        _byHash[$"{invoice.ContextKey}|{invoice.Hash}"] = invoice;
        if (invoice.KsefNumber is { } ksefNumber)
        {
            _byKsefNumber[ksefNumber] = invoice;
            if (invoice.HashOfCorrectedInvoice is { } corrected)
            {
                _correctionOf[$"{invoice.ContextKey}|{corrected}"] = invoice;
            }
        }
    }
}
