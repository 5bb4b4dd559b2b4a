using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>What a file's own orchestration waits for after it has handed its invoices over.</summary>
/// <param name="Outcome">The file's outcome, where nothing is left to do; null where its orchestration is to go on.</param>
/// <param name="Steps">What was done with its invoices meanwhile.</param>
/// <param name="FailedStep">The step that failed, where a person must look; null otherwise.</param>
/// <param name="Failure">What failed, as the catalogue says it.</param>
public sealed record SettledEvent(FileOutcome? Outcome, IReadOnlyList<StepRecord> Steps, string? FailedStep = null, string? Failure = null)
{
    /// <summary>Name of the event.</summary>
    public const string Name = "Settled";
}
