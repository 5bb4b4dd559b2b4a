namespace Ksef.Client;

/// <summary>How large a package may get. The defaults are KSeF's own, in decimal units. Source: KSeF API 2.6, limits of batch sessions.</summary>
public sealed record BatchPackageLimits
{
    /// <summary>Bytes of a part before encryption.</summary>
    public long MaxPartSize { get; init; } = 100_000_000;

    /// <summary>Parts of a package.</summary>
    public int MaxParts { get; init; } = 50;

    /// <summary>Bytes of the plain archive.</summary>
    public long MaxPackageSize { get; init; } = 5_000_000_000;

    /// <summary>Invoices in a package.</summary>
    public int MaxInvoices { get; init; } = 10_000;
}
