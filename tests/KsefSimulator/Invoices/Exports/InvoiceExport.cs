using KsefSimulator.Http;
using KsefSimulator.Identity;

namespace KsefSimulator.Invoices.Exports;

/// <summary>A package of invoices prepared for download.</summary>
internal sealed record InvoiceExport
{
    public required string ReferenceNumber { get; init; }

    public required ContextIdentifier Context { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public required DateTimeOffset CompletesAt { get; init; }

    public required StatusInfo Outcome { get; init; }

    public int InvoiceCount { get; init; }

    public long Size { get; init; }

    public IReadOnlyList<ExportPart> Parts { get; init; } = [];

    public bool IsTruncated { get; init; }

    public DateOnly? LastIssueDate { get; init; }

    public DateTimeOffset? LastInvoicingDate { get; init; }

    public DateTimeOffset? LastPermanentStorageDate { get; init; }

    public DateTimeOffset? PermanentStorageHwmDate { get; init; }
}

/// <summary>A part: its plain and its encrypted size and hash, and the file that holds it.</summary>
internal sealed record ExportPart(int OrdinalNumber, string FileName, long Size, string Hash, long EncryptedSize, string EncryptedHash)
{
    public string PartName => $"part_{OrdinalNumber:D2}.aes";
}
