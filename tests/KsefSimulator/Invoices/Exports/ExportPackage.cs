namespace KsefSimulator.Invoices.Exports;

/// <summary>A finished package as shown in the status of an export.</summary>
internal sealed record ExportPackage
{
    public required long InvoiceCount { get; init; }

    public required long Size { get; init; }

    public required IReadOnlyList<ExportPackagePart> Parts { get; init; }

    public required bool IsTruncated { get; init; }

    public DateOnly? LastIssueDate { get; init; }

    public DateTimeOffset? LastInvoicingDate { get; init; }

    public DateTimeOffset? LastPermanentStorageDate { get; init; }

    public DateTimeOffset? PermanentStorageHwmDate { get; init; }

    public static ExportPackage Of(InvoiceExport export, Func<ExportPart, Uri> link, DateTimeOffset expires) => new()
    {
        InvoiceCount = export.InvoiceCount,
        Size = export.Size,
        Parts = export.Parts
            .Select(part => new ExportPackagePart(part.OrdinalNumber, part.PartName, "GET", link(part), part.Size, part.Hash, part.EncryptedSize, part.EncryptedHash, expires))
            .ToList(),
        IsTruncated = export.IsTruncated,
        LastIssueDate = export.LastIssueDate,
        LastInvoicingDate = export.LastInvoicingDate,
        LastPermanentStorageDate = export.LastPermanentStorageDate,
        PermanentStorageHwmDate = export.PermanentStorageHwmDate,
    };
}

internal sealed record ExportPackagePart(
    int OrdinalNumber, string PartName, string Method, Uri Url, long PartSize, string PartHash, long EncryptedPartSize, string EncryptedPartHash, DateTimeOffset ExpirationDate);
