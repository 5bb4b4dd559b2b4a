using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>Where a page of a search ended: what ordered its last row, and whose row it was.</summary>
/// <param name="Order">What ordered it.</param>
/// <param name="Nip">Whose it was; of two rows that are ordered by the same, those of the smaller NIP come first.</param>
internal sealed record SearchPosition(string Order, string Nip)
{
    private const char Between = '@';

    /// <summary>Reads what <see cref="ToString"/> wrote; null for a first page.</summary>
    public static SearchPosition? Read(string? text) => text?.LastIndexOf(Between) is { } end and > 0 ? new SearchPosition(text[..end], text[(end + 1)..]) : null;

    /// <summary>The position of a row.</summary>
    public static SearchPosition Of(TableEntity row, string nip, SearchPlan plan) => new(OrderOf(row.RowKey, plan), nip);

    /// <summary>What orders a row among those of all ranges.</summary>
    public static string OrderOf(string key, SearchPlan plan) => plan.NewestFirst ? IndexKeys.InvoiceOf(key) : key;

    /// <summary>What of a range comes behind this position.</summary>
    public KeyRange Rest(KeyRange range, SearchPlan plan)
    {
        var from = plan.NewestFirst ? Order : Order.StartsWith(range.Start, StringComparison.Ordinal) ? Order[range.Start.Length..] : string.Empty;
        return string.CompareOrdinal(from, range.From) < 0 ? range : range with { From = from, IsBehindFrom = string.CompareOrdinal(range.Partition, Nip) <= 0 };
    }

    public override string ToString() => $"{Order}{Between}{Nip}";
}
