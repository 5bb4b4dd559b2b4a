using System.Text.Json.Serialization.Metadata;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Steps;

/// <summary>The one way into every step of a file: it passes the fence, has a span in the file's trace, and is timed and counted.</summary>
public sealed partial class FileSteps(StepFence<FileRecord> fence, FlowTelemetry telemetry, TimeProvider time, ILogger<FileSteps> logger)
{
    /// <summary>Runs a step that any number of runs may be in, because all of them do the same.</summary>
    public Task<T> RunAsync<T>(
        string step, FileReference file, JsonTypeInfo<T> json, Func<FencedRun<FileRecord>, Task<StepEnd<FileRecord, T>>> run, CancellationToken cancellationToken) =>
        RunAsync(step, file, () => fence.RunAsync(file.StepPlace, claim: null, json, run, cancellationToken), cancellationToken);

    /// <summary>Runs a step that must not meet itself.</summary>
    /// <param name="step">Name of the function.</param>
    /// <param name="file">The file, at its place in the flow.</param>
    /// <param name="claim">Marks the record as being worked on.</param>
    /// <param name="json">How the result is kept.</param>
    /// <param name="run">The step.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<T> RunAloneAsync<T>(
        string step, FileReference file, Func<FileRecord, FileRecord> claim, JsonTypeInfo<T> json, Func<FencedRun<FileRecord>, Task<StepEnd<FileRecord, T>>> run, CancellationToken cancellationToken) =>
        RunAsync(step, file, () => fence.RunAsync(file.StepPlace, claim, json, run, cancellationToken), cancellationToken);

    /// <summary>Runs a step that the ledger's own order guards.</summary>
    public async Task<T> RunAsync<T>(string step, ITracedFile file, Func<Task<T>> run, CancellationToken cancellationToken)
    {
        using var span = FileTrace.Start(step, file);
        span?.SetTag(Tags.Step, step);
        var started = time.GetTimestamp();
        try
        {
            var result = await run();
            var outcome = OutcomeOf(result);
            span?.SetTag(Tags.Outcome, outcome);
            telemetry.StepRan(step, outcome, error: null, time.GetElapsedTime(started));
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            span?.SetTag(Tags.Outcome, Tags.CutOffOutcome);
            throw;
        }
        catch (SupersededException late)
        {
            span?.SetTag(Tags.Outcome, Tags.LateOutcome);
            telemetry.StepRan(step, Tags.LateOutcome, error: null, time.GetElapsedTime(started));
            LogLate(step, file.FileId, late.Message);
            throw;
        }
        catch (Exception failure)
        {
            var number = PipelineException.DefinitionIn(failure.Message).Code;
            span?.Failed(number);
            telemetry.StepRan(step, Tags.FailedOutcome, number, time.GetElapsedTime(started));
            throw;
        }
    }

    private static string OutcomeOf<T>(T result) => result is IAnswer { RetryAfter: not null } ? Tags.WaitsOutcome : Tags.DoneOutcome;

    [LoggerMessage(2103, LogLevel.Information, "{Step} of {FileId} came late and did nothing: {Reason}")]
    private partial void LogLate(string step, string? fileId, string reason);
}
