using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>What a list shows of a file. It is kept in the metadata of the ledger blob, so that one listing call fills a page.</summary>
public sealed record FileSummary
{
    public required string Id { get; init; }

    public required string LedgerName { get; init; }

    public required string ContextNip { get; init; }

    /// <summary>First name under which the file was dropped, without the container.</summary>
    public required string Path { get; init; }

    public required FileOutcome Outcome { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the current attempt began; null in the first.</summary>
    public DateTimeOffset? AttemptStartedAt { get; init; }

    /// <summary>Until when KSeF's limit of calls holds the file back; in the past, or null, it does not.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>When the ledger document was last written; only a listing knows.</summary>
    [JsonIgnore]
    public DateTimeOffset? ChangedAt { get; init; }

    public bool IsFinal { get; init; }

    public int Attempt { get; init; } = 1;

    /// <summary>Different invoices: a second copy in a package does not count.</summary>
    public int InvoiceCount { get; init; }

    public int AcceptedCount { get; init; }

    public int RejectedCount { get; init; }

    /// <summary>Warnings of the file and of all its invoices; 0 in a list of what earlier versions wrote.</summary>
    public int WarningCount { get; init; }

    /// <summary>Number of the only invoice of the file.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>KSeF number of the only invoice of the file.</summary>
    public string? KsefNumber { get; init; }

    public string? BuyerName { get; init; }

    /// <summary>Number of the first error.</summary>
    public string? ErrorCode { get; init; }

    public static FileSummary Of(FileRecord record)
    {
        var only = record.Invoices.Count == 1 ? record.Invoices[0] : null;
        return new FileSummary
        {
            Id = record.Id,
            LedgerName = record.LedgerName,
            ContextNip = record.ContextNip,
            Path = record.Paths[0],
            Outcome = record.Outcome,
            ReceivedAt = record.ReceivedAt,
            FinishedAt = record.FinishedAt,
            AttemptStartedAt = record.AttemptStartedAt,
            WaitsUntil = record.IsFinal ? null : record.WaitsUntil,
            IsFinal = record.IsFinal,
            Attempt = record.Attempt,
            InvoiceCount = record.Invoices.Count(row => !row.IsCopy),
            AcceptedCount = record.Invoices.Count(row => row.Outcome == InvoiceOutcome.Accepted),
            RejectedCount = record.Invoices.Count(row => !row.IsCopy && (row.Outcome is InvoiceOutcome.Rejected or InvoiceOutcome.Duplicate)),
            WarningCount = record.WarningCount,
            InvoiceNumber = only?.Number,
            KsefNumber = only?.KsefNumber,
            BuyerName = only?.BuyerName,
            ErrorCode = record.FirstError?.Code,
        };
    }
}
