using KsefFunctions.Files;

namespace LocalHost.Rehearsal;

/// <summary>One entry of the runbook, acted out: what goes wrong, and what operations do.</summary>
/// <param name="Code">Its number, such as <c>KSF-3001</c>.</param>
/// <param name="Trouble">What goes wrong, in a few words.</param>
/// <param name="Action">What is done about it, as the runbook says.</param>
/// <param name="Provoke">Brings the trouble about for one company.</param>
/// <param name="Act">Does what the runbook says to a file that has ended with the number; gives the file that must be accepted then.</param>
internal sealed record RehearsedEntry(
    string Code,
    string Trouble,
    string Action,
    Action<RehearsalStage, string> Provoke,
    Func<RehearsalStage, FileRecord, CancellationToken, Task<FileRecord>> Act)
{
    /// <summary>A package is dropped instead of a single invoice.</summary>
    public bool IsPackage { get; init; }
}
