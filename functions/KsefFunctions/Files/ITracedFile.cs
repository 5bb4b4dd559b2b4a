namespace KsefFunctions.Files;

/// <summary>What stands for a file on its way through the app and carries the file's trace.</summary>
public interface ITracedFile
{
    /// <summary>Id in the ledger; null when the file was never read.</summary>
    string? FileId { get; }

    int Attempt { get; }

    /// <summary>W3C <c>traceparent</c> of the file's first drop; null when it is unknown.</summary>
    string? TraceParent { get; }
}
