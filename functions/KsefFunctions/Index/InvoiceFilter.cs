using KsefFunctions.Files;

namespace KsefFunctions.Index;

/// <summary>Which invoices are looked for. Every part that is null lets all through.</summary>
public sealed record InvoiceFilter
{
    /// <summary>NIP of the company whose folder the file was dropped into.</summary>
    public string? ContextNip { get; init; }

    public InvoiceStatus? Status { get; init; }

    /// <summary>How the number begins that the seller gave.</summary>
    public string? Number { get; init; }

    /// <summary>How the KSeF number begins.</summary>
    public string? KsefNumber { get; init; }

    public string? BuyerNip { get; init; }

    public string? SellerNip { get; init; }

    /// <summary>How words of the buyer's name begin.</summary>
    public string? BuyerName { get; init; }

    /// <summary>How the name of the file begins, or a word in it.</summary>
    public string? File { get; init; }

    public decimal? AmountFrom { get; init; }

    /// <summary>The largest amount.</summary>
    public decimal? AmountTo { get; init; }

    public DateOnly? IssuedFrom { get; init; }

    /// <summary>The last day of issue.</summary>
    public DateOnly? IssuedTo { get; init; }

    public string? Schema { get; init; }

    public string? Session { get; init; }

    public DateTimeOffset? ReceivedFrom { get; init; }

    /// <summary>The moment before which the file was received.</summary>
    public DateTimeOffset? ReceivedTo { get; init; }

    /// <summary>Whether an invoice is meant.</summary>
    public bool Matches(IndexedInvoice invoice) =>
        (ContextNip is null || invoice.ContextNip == ContextNip)
        && (Status is null || invoice.Status == Status)
        && Begins(invoice.Number, Number)
        && Begins(invoice.KsefNumber, KsefNumber)
        && (BuyerNip is null || Same(invoice.BuyerNip, BuyerNip))
        && (SellerNip is null || Same(invoice.SellerNip, SellerNip))
        && (BuyerName is null || HasWords(IndexWords.OfName(invoice.BuyerName ?? string.Empty), BuyerName))
        && (File is null || IndexWords.OfPath(invoice.Path).Any(word => word.StartsWith(IndexWords.Sought(File), StringComparison.Ordinal)))
        && (AmountFrom is null || invoice.TotalGross >= AmountFrom)
        && (AmountTo is null || invoice.TotalGross <= AmountTo)
        && (IssuedFrom is null || invoice.IssueDate >= IssuedFrom)
        && (IssuedTo is null || invoice.IssueDate <= IssuedTo)
        && (Schema is null || Same(invoice.Schema, Schema))
        && (Session is null || Same(invoice.SessionReferenceNumber, Session))
        && (ReceivedFrom is null || invoice.ReceivedAt >= ReceivedFrom)
        && (ReceivedTo is null || invoice.ReceivedAt < ReceivedTo);

    private static bool Begins(string? value, string? start) =>
        start is null || (value is not null && IndexKeys.Of(value).StartsWith(IndexKeys.Of(start), StringComparison.Ordinal));

    private static bool Same(string? value, string wanted) => value is not null && IndexKeys.Of(value) == IndexKeys.Of(wanted);

    private static bool HasWords(IEnumerable<string> words, string sought)
    {
        var known = words.ToList();
        return IndexWords.OfName(sought).All(word => known.Exists(other => other.StartsWith(word, StringComparison.Ordinal)));
    }
}
