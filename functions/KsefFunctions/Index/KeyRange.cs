using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>Rows of one partition whose keys stand next to each other: all that is ever asked of the table.</summary>
/// <param name="Partition">The NIP of the company whose rows they are.</param>
/// <param name="Start">How the keys of all of them begin.</param>
internal sealed record KeyRange(string Partition, string Start)
{
    /// <summary>The first key, less what all begin with.</summary>
    public string From { get; init; } = string.Empty;

    /// <summary>The key before which it ends, less what all begin with; null for all that begin so.</summary>
    public string? To { get; init; }

    /// <summary>Whether the first key itself is not meant.</summary>
    public bool IsBehindFrom { get; init; }

    /// <summary>The query that gives these rows.</summary>
    public string Filter
    {
        get
        {
            var from = Start + From;
            var to = To is null ? IndexKeys.Behind(Start) : Start + To;
            return IsBehindFrom
                ? TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey gt {from} and RowKey lt {to}")
                : TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");
        }
    }

    /// <summary>Rows of a company of a kind.</summary>
    public static KeyRange Of(string nip, IndexKind kind) => new(nip, IndexKeys.Start(kind));

    /// <summary>Rows of a company of a kind that are found by exactly this value.</summary>
    public static KeyRange Of(string nip, IndexKind kind, string value) => new(nip, IndexKeys.Start(kind, value));

    /// <summary>Rows of a company of a kind that are found by a value that begins so.</summary>
    public static KeyRange Prefix(string nip, IndexKind kind, string value) => new(nip, IndexKeys.Start(kind) + value);

    /// <summary>Its rows from files received in a time; only where nothing but that orders them.</summary>
    public KeyRange Received(DateTimeOffset? from, DateTimeOffset? to) => this with
    {
        From = to is { } end ? IndexKeys.Of(end.AddMilliseconds(-1)) : From,
        To = from is { } start ? IndexKeys.Behind(IndexKeys.Of(start)) : To,
    };
}
