using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>What became of a part of a file: an invoice, a document that is left out, or findings that belong to neither.</summary>
/// <param name="Place">Where in the file it begins.</param>
public sealed record MappedInvoice(DataPlace Place)
{
    /// <summary>The invoice as FA(3), UTF-8; <see langword="null"/> when there is none.</summary>
    public ReadOnlyMemory<byte>? Xml { get; init; }

    /// <summary>Number of the invoice (P_2), as far as it could be read.</summary>
    public string? Number { get; init; }

    /// <summary>RodzajFaktury.</summary>
    public string? Kind { get; init; }

    /// <summary>NIP of the seller.</summary>
    public string? SellerNip { get; init; }

    /// <summary>
    /// SHA-256 over the invoice without the time at which it was made, in small hexadecimal digits: the same data has the same fingerprint,
    /// whenever and in whatever file it comes.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>How the tax was rounded.</summary>
    public TaxRounding? Rounding { get; init; }

    /// <summary>Whether it is no invoice: its findings concern the file.</summary>
    public bool IsOfFile { get; init; }

    /// <summary>The document that is left out, if it is one.</summary>
    public LeftOutDocument? LeftOut { get; init; }

    /// <summary>Everything found.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];

    /// <summary>Whether it can be sent.</summary>
    public bool IsAccepted => Xml is not null && Findings.All(finding => finding.Severity != FindingSeverity.Error);
}
