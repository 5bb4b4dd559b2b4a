namespace Ksef.Invoices;

/// <summary>The same words in both languages.</summary>
internal readonly record struct Words(string Pl, string En)
{
    public static implicit operator Words(string both) => new(both, both);
}
