using System.Text.Json.Serialization.Metadata;
using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace KsefFunctions.Steps;

/// <summary>The one way into every step of a consignment: through the fence in front of its record, traced, timed and counted as those of files are.</summary>
public sealed class ConsignmentSteps(FileSteps steps, StepFence<ConsignmentRecord> fence)
{
    /// <summary>Runs a step that any number of runs may be in, because all of them do the same.</summary>
    public Task<T> RunAsync<T>(
        string step,
        ConsignmentReference consignment,
        JsonTypeInfo<T> json,
        Func<FencedRun<ConsignmentRecord>, Task<StepEnd<ConsignmentRecord, T>>> run,
        CancellationToken cancellationToken) =>
        steps.RunAsync(step, consignment, () => fence.RunAsync(consignment.StepPlace, claim: null, json, run, cancellationToken), cancellationToken);

    /// <summary>Runs a step that must not meet itself.</summary>
    /// <param name="step">Name of the function.</param>
    /// <param name="consignment">The consignment, at its place in the flow.</param>
    /// <param name="claim">Marks the record as being worked on.</param>
    /// <param name="json">How the result is kept.</param>
    /// <param name="run">The step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<T> RunAloneAsync<T>(
        string step,
        ConsignmentReference consignment,
        Func<ConsignmentRecord, ConsignmentRecord> claim,
        JsonTypeInfo<T> json,
        Func<FencedRun<ConsignmentRecord>, Task<StepEnd<ConsignmentRecord, T>>> run,
        CancellationToken cancellationToken) =>
        steps.RunAsync(step, consignment, () => fence.RunAsync(consignment.StepPlace, claim, json, run, cancellationToken), cancellationToken);
}
