using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>Input of the steps that end a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Steps">How it went.</param>
/// <param name="Decision">A person's refusal, where there was one.</param>
/// <param name="GivesUp">Receipts were looked for long enough: the file ends without those that are missing.</param>
public sealed record EndInput(FileReference File, IReadOnlyList<StepRecord> Steps, ApprovalRecord? Decision = null, bool GivesUp = false);
