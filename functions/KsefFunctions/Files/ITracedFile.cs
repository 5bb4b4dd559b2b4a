namespace KsefFunctions.Files;

/// <summary>What stands for a file on its way through the app and carries the file's trace.</summary>
public interface ITracedFile
{
    /// <summary>Id in the ledger; null when the file was never read.</summary>
    string? FileId { get; }

    int Attempt { get; }

    /// <summary>W3C <c>traceparent</c> of the file's first drop; null when it is unknown.</summary>
    string? TraceParent { get; }

    /// <summary>It is nobody's in particular: what is done has a trace of its own, and does not join the one that happened to lead to it.</summary>
    bool IsNobodys => false;
}
