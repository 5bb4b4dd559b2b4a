using System.Text.Json.Serialization.Metadata;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Evidence;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Steps;

/// <summary>
/// Runs a step that talks to KSeF in the file's context: keeps KSeF's answers as evidence, turns a demanded wait into a
/// value, and every failure into a number of the catalogue.
/// </summary>
public sealed partial class KsefSteps(FileSteps steps, KsefContexts contexts, EvidenceRecorder evidence, FlowTelemetry telemetry, TimeProvider time, ILogger<KsefSteps> logger)
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);

    /// <summary>Runs a step that any number of runs may be in.</summary>
    /// <exception cref="PipelineException">KSeF did not answer, or refused.</exception>
    public Task<Answer<T>> AskAsync<T>(
        string step, FileReference file, JsonTypeInfo<Answer<T>> json, Func<KsefContext, FencedRun, Task<StepEnd<T>>> ask, CancellationToken cancellationToken) =>
        steps.RunAsync(step, file, json, run => AskKsefAsync(step, file, run, ask, cancellationToken), cancellationToken);

    /// <summary>Runs a step that must not meet itself.</summary>
    /// <exception cref="PipelineException">KSeF did not answer, or refused.</exception>
    public Task<Answer<T>> AskAloneAsync<T>(
        string step,
        FileReference file,
        Func<FileRecord, FileRecord> claim,
        JsonTypeInfo<Answer<T>> json,
        Func<KsefContext, FencedRun, Task<StepEnd<T>>> ask,
        CancellationToken cancellationToken) =>
        steps.RunAloneAsync(step, file, claim, json, run => AskKsefAsync(step, file, run, ask, cancellationToken), cancellationToken);

    private async Task<StepEnd<Answer<T>>> AskKsefAsync<T>(
        string step, FileReference file, FencedRun run, Func<KsefContext, FencedRun, Task<StepEnd<T>>> ask, CancellationToken cancellationToken)
    {
        var recording = evidence.Start(file, step);
        try
        {
            var end = await ask(contexts.For(ContextIdentifier.Nip(file.ContextNip)), run);
            return end.Select(value => new Answer<T>(value));
        }
        catch (KsefRateLimitException limit)
        {
            if (limit.IsHeldBack)
            {
                LogHeldBack(step, file.Id, limit.RetryAfter);
            }
            else
            {
                LogWait(step, file.Id, limit.RetryAfter);
            }

            telemetry.MustWait(step, limit);
            await TellAsync(run, limit.RetryAfter);
            return StepEnd.Again(new Answer<T>(default, limit.RetryAfter));
        }
        catch (KsefException failure)
        {
            LogFailure(failure, step, file.Id);
            throw KsefFailure.Numbered(failure, file.ContextNip);
        }
        finally
        {
            await evidence.SaveAsync(recording, cancellationToken);
        }
    }

    // Nobody notices shorter waits, and each costs a write.
    private Task TellAsync(FencedRun run, TimeSpan wait) =>
        wait < WorthTelling ? Task.CompletedTask : run.NoteAsync(record => record with { WaitsUntil = time.GetUtcNow() + wait });

    [LoggerMessage(2101, LogLevel.Warning, "{Step} of {FileId} must wait {RetryAfter}: KSeF's limit is reached")]
    private partial void LogWait(string step, string fileId, TimeSpan retryAfter);

    [LoggerMessage(2105, LogLevel.Information, "{Step} of {FileId} waits {RetryAfter}, until KSeF's limits leave a call for it")]
    private partial void LogHeldBack(string step, string fileId, TimeSpan retryAfter);

    [LoggerMessage(2102, LogLevel.Warning, "{Step} of {FileId} failed at KSeF")]
    private partial void LogFailure(Exception failure, string step, string fileId);
}
