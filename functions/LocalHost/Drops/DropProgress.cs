using KsefFunctions.Files;

namespace LocalHost.Drops;

/// <summary>How far one dropped file has come.</summary>
/// <param name="File">The file.</param>
/// <param name="Record">Its ledger document as last read in full; null before that.</param>
/// <param name="Summary">What the ledger's list says of it; null until it is listed.</param>
public sealed record DropProgress(DroppedFile File, FileSummary? Summary, FileRecord? Record)
{
    public FileOutcome? Outcome => Record?.Outcome ?? Summary?.Outcome;

    /// <summary>Nothing more happens, and what happened is known in full.</summary>
    public bool IsFinal => Record?.IsFinal == true;

    /// <summary>Final, and as the user wanted it.</summary>
    public bool IsGood => IsFinal && (Record!.DryRun ? Outcome == FileOutcome.Validated : Outcome == FileOutcome.Accepted);
}
