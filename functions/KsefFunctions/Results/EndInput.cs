using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>Input of the steps that end a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Steps">How it went.</param>
/// <param name="Decision">A person's refusal, where there was one.</param>
public sealed record EndInput(FileReference File, IReadOnlyList<StepRecord> Steps, ApprovalRecord? Decision = null);
