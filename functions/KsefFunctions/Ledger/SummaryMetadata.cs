using System.Globalization;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Ledger;

/// <summary>Writes a <see cref="FileSummary"/> into blob metadata and reads it back. Metadata is ASCII only, so free text is percent-encoded.</summary>
internal static class SummaryMetadata
{
    // Blob metadata holds 8 KB in all; the longest texts are cut well before that.
    private const int LongestText = 300;

    public static Dictionary<string, string> Write(FileSummary summary)
    {
        var metadata = new Dictionary<string, string>
        {
            ["id"] = summary.Id,
            ["nip"] = summary.ContextNip,
            ["path"] = Uri.EscapeDataString(summary.Path),
            ["outcome"] = summary.Outcome.ToString(),
            ["received"] = summary.ReceivedAt.ToString("O", CultureInfo.InvariantCulture),
            ["final"] = summary.IsFinal ? "1" : "0",
            ["attempt"] = summary.Attempt.ToString(CultureInfo.InvariantCulture),
            ["invoices"] = summary.InvoiceCount.ToString(CultureInfo.InvariantCulture),
            ["accepted"] = summary.AcceptedCount.ToString(CultureInfo.InvariantCulture),
            ["rejected"] = summary.RejectedCount.ToString(CultureInfo.InvariantCulture),
            ["warnings"] = summary.WarningCount.ToString(CultureInfo.InvariantCulture),
        };
        Add(metadata, "finished", summary.FinishedAt?.ToString("O", CultureInfo.InvariantCulture));
        Add(metadata, "started", summary.AttemptStartedAt?.ToString("O", CultureInfo.InvariantCulture));
        Add(metadata, "waits", summary.WaitsUntil?.ToString("O", CultureInfo.InvariantCulture));
        Add(metadata, "number", Text(summary.InvoiceNumber));
        Add(metadata, "ksefnumber", summary.KsefNumber);
        Add(metadata, "buyer", Text(summary.BuyerName));
        Add(metadata, "error", summary.ErrorCode);
        return metadata;
    }

    public static FileSummary Read(ListedBlob blob) => Read(blob.Name, blob.Metadata) with { ChangedAt = blob.LastModified };

    public static FileSummary Read(string ledgerName, IDictionary<string, string> metadata) => new()
    {
        Id = metadata["id"],
        LedgerName = ledgerName,
        ContextNip = metadata["nip"],
        Path = Uri.UnescapeDataString(metadata["path"]),
        Outcome = Enum.Parse<FileOutcome>(metadata["outcome"]),
        ReceivedAt = Time(metadata["received"]),
        FinishedAt = metadata.TryGetValue("finished", out var finished) ? Time(finished) : null,
        AttemptStartedAt = metadata.TryGetValue("started", out var started) ? Time(started) : null,
        WaitsUntil = metadata.TryGetValue("waits", out var waits) ? Time(waits) : null,
        IsFinal = metadata["final"] == "1",
        Attempt = Count(metadata["attempt"]),
        InvoiceCount = Count(metadata["invoices"]),
        AcceptedCount = Count(metadata["accepted"]),
        RejectedCount = Count(metadata["rejected"]),
        WarningCount = metadata.TryGetValue("warnings", out var warnings) ? Count(warnings) : 0,
        InvoiceNumber = Unescaped(metadata, "number"),
        KsefNumber = metadata.TryGetValue("ksefnumber", out var ksefNumber) ? ksefNumber : null,
        BuyerName = Unescaped(metadata, "buyer"),
        ErrorCode = metadata.TryGetValue("error", out var error) ? error : null,
    };

    private static void Add(Dictionary<string, string> metadata, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            metadata[key] = value;
        }
    }

    private static string? Text(string? value) =>
        value is null ? null : Uri.EscapeDataString(value.Length <= LongestText ? value : value[..LongestText]);

    private static string? Unescaped(IDictionary<string, string> metadata, string key) =>
        metadata.TryGetValue(key, out var value) ? Uri.UnescapeDataString(value) : null;

    private static DateTimeOffset Time(string value) => DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static int Count(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
