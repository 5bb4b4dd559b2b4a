namespace Benchmarks.Flow;

/// <summary>What one scenario took.</summary>
internal sealed record FlowFigures
{
    /// <summary>From before the services around the app were started to the note that a first file has been taken in.</summary>
    public required TimeSpan FirstTakenIn { get; init; }

    /// <summary>From the first drop to the last result file in the outbox, of each company.</summary>
    public required IReadOnlyList<TimeSpan> Durations { get; init; }

    /// <summary>From the first drop to the last result file of all.</summary>
    public TimeSpan Duration => Durations.Max();

    /// <summary>Invoices that KSeF accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>Invoices in KSeF's sessions: more than accepted where one was sent twice.</summary>
    public required long Sent { get; init; }

    /// <summary>Calls of the KSeF API, without parts of packages and without downloads from UPO links.</summary>
    public required long KsefCalls { get; init; }

    /// <summary>Answers 429 since everything was started.</summary>
    public required long Refusals { get; init; }

    /// <summary>Requests to both storage accounts, the drops among them, beyond those of an app with nothing to do.</summary>
    public required long StorageOperations { get; init; }

    /// <summary>Of them, blobs of the invoice storage written.</summary>
    public required int BlobWrites { get; init; }

    /// <summary>Of them, blobs of the invoice storage read.</summary>
    public required int BlobReads { get; init; }

    /// <summary>The largest amount of memory that the worker has held since it was started.</summary>
    public required long PeakMegabytes { get; init; }
}
