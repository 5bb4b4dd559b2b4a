using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Steps;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Settlement;

/// <summary>
/// Starts what is left to do with a file that has handed its invoices over: nothing waits for them meanwhile, so that a thousand files cost no thousand
/// events. To be asked twice for the same attempt starts nothing twice.
/// </summary>
public sealed class FileEndStart(IOptions<KsefFunctionsOptions> options)
{
    /// <summary>Name of the orchestration.</summary>
    public const string Orchestration = "EndFile";

    /// <summary>The file's invoices are settled: its receipts are looked for and its result is published.</summary>
    public Task GoOnAsync(DurableTaskClient durable, FileRecord record, CancellationToken cancellationToken) =>
        StartAsync(durable, new EndFileInput(FileOf(record), record.Steps), cancellationToken);

    /// <summary>A person must look at the file.</summary>
    /// <param name="durable">Starts it.</param>
    /// <param name="record">The file.</param>
    /// <param name="steps">What was done with its invoices.</param>
    /// <param name="step">The step that failed.</param>
    /// <param name="failure">What failed, as the catalogue says it.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public Task FailAsync(DurableTaskClient durable, FileRecord record, IReadOnlyList<StepRecord> steps, string step, string failure, CancellationToken cancellationToken) =>
        StartAsync(durable, new EndFileInput(FileOf(record), record.StepsWith(steps), step, failure), cancellationToken);

    /// <summary>Id of the orchestration of an attempt.</summary>
    public static string InstanceIdFor(string fileId, int attempt) => $"{FileReference.InstanceIdFor(fileId, attempt)}-end";

    private static Task<bool> StartAsync(DurableTaskClient durable, EndFileInput input, CancellationToken cancellationToken) =>
        durable.TryStartAsync(Orchestration, InstanceIdFor(input.File.Id, input.File.Attempt), input, OrchestrationStart.Once, cancellationToken);

    // What was handed over was no dry run, whatever the app has been set to since. It goes on behind the last step that the ledger knows.
    private FileReference FileOf(FileRecord record) =>
        FileReference.Of(record, FlowSettings.Of(options.Value) with { Mode = FlowMode.Automatic }) with { Place = record.Position?.Place ?? 0 };
}

/// <summary>Input of the orchestration that ends a file.</summary>
/// <param name="File">The file, at the place of its last step.</param>
/// <param name="Steps">How it went so far.</param>
/// <param name="FailedStep">The step that failed, where a person must look; null otherwise.</param>
/// <param name="Failure">What failed, as the catalogue says it.</param>
public sealed record EndFileInput(FileReference File, IReadOnlyList<StepRecord> Steps, string? FailedStep = null, string? Failure = null);
