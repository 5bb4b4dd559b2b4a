using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Index;

/// <summary>What a list shows of an invoice, and what it is found by. All of it comes from the ledger.</summary>
public sealed record IndexedInvoice
{
    private const int LongestText = 500;

    public required string ContextNip { get; init; }

    /// <summary>Id of its file.</summary>
    public required string FileId { get; init; }

    /// <summary>Name of its file's document in the ledger.</summary>
    public required string LedgerName { get; init; }

    /// <summary>First name under which the file was dropped.</summary>
    public required string Path { get; init; }

    /// <summary>When the file was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Position in the file, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of the archive entry, or of the file.</summary>
    public required string Name { get; init; }

    public required InvoiceStatus Status { get; init; }

    /// <summary>Name of the schema; null when the content is no invoice.</summary>
    public string? Schema { get; init; }

    /// <summary>RodzajFaktury.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>Number given by the seller (P_2).</summary>
    public string? Number { get; init; }

    public string? SellerNip { get; init; }

    public string? BuyerNip { get; init; }

    public string? BuyerName { get; init; }

    public DateOnly? IssueDate { get; init; }

    public decimal? TotalGross { get; init; }

    public string? Currency { get; init; }

    public string? KsefNumber { get; init; }

    /// <summary>When KSeF gave the number.</summary>
    public DateTimeOffset? AcquisitionDate { get; init; }

    /// <summary>KSeF session in which the number was given.</summary>
    public string? SessionReferenceNumber { get; init; }

    /// <summary>Number of the first error in the catalogue; null when there is none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What it says, in English.</summary>
    public string? ErrorEn { get; init; }

    /// <summary>What it says, in Polish.</summary>
    public string? ErrorPl { get; init; }

    public int WarningCount { get; init; }

    /// <summary>An invoice of a file as the index shows it.</summary>
    public static IndexedInvoice Of(FileRecord file, InvoiceRow row)
    {
        var error = row.Errors.FirstOrDefault(finding => finding.Severity == ErrorSeverity.Error)
            ?? (row.Outcome == InvoiceOutcome.Pending ? file.Errors.FirstOrDefault(finding => finding.Severity == ErrorSeverity.Error) : null);
        return new IndexedInvoice
        {
            ContextNip = file.ContextNip,
            FileId = file.Id,
            LedgerName = file.LedgerName,
            Path = file.Paths[0],
            ReceivedAt = file.ReceivedAt,
            Ordinal = row.Ordinal,
            Name = row.Name,
            Status = InvoiceStatuses.Of(file, row),
            Schema = row.Schema,
            InvoiceType = row.InvoiceType,
            Number = row.Number,
            SellerNip = row.SellerNip,
            BuyerNip = row.BuyerNip,
            BuyerName = row.BuyerName,
            IssueDate = row.IssueDate,
            TotalGross = row.TotalGross,
            Currency = row.Currency,
            KsefNumber = row.KsefNumber,
            AcquisitionDate = row.AcquisitionDate,
            SessionReferenceNumber = row.SessionReferenceNumber,
            ErrorCode = error?.Code,
            ErrorEn = Cut(error?.Message),
            ErrorPl = Cut(error?.MessagePl),
            WarningCount = row.Errors.Count(finding => finding.Severity == ErrorSeverity.Warning),
        };
    }

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;
}
