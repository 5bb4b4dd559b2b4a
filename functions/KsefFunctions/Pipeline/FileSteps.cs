using KsefFunctions.Errors;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Pipeline;

/// <summary>The one way into every step of a file: a run of a step has a span in the file's trace, and is timed and counted.</summary>
public sealed class FileSteps(FlowTelemetry telemetry, TimeProvider time)
{
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
        catch (Exception failure)
        {
            var number = PipelineException.DefinitionIn(failure.Message).Code;
            span?.Failed(number);
            telemetry.StepRan(step, Tags.FailedOutcome, number, time.GetElapsedTime(started));
            throw;
        }
    }

    public Task RunAsync(string step, ITracedFile file, Func<Task> run, CancellationToken cancellationToken) => RunAsync(
        step,
        file,
        async () =>
        {
            await run();
            return true;
        },
        cancellationToken);

    private static string OutcomeOf<T>(T result) => result is IAnswer { RetryAfter: not null } ? Tags.WaitsOutcome : Tags.DoneOutcome;
}
