using System.Text.Json.Serialization.Metadata;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Evidence;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Telemetry;

namespace KsefFunctions.Steps;

/// <summary>
/// Runs a step that talks to KSeF in the company's context: keeps KSeF's answers as evidence, turns a demanded wait into a
/// value, and every failure into a number of the catalogue.
/// </summary>
public sealed partial class KsefSteps(
    FileSteps files, ConsignmentSteps consignments, KsefContexts contexts, EvidenceRecorder evidence, FlowTelemetry telemetry, TimeProvider time, ILogger<KsefSteps> logger)
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(5);

    /// <summary>Runs a step of a file that must not meet itself.</summary>
    /// <exception cref="PipelineException">KSeF did not answer, or refused.</exception>
    public Task<Answer<T>> AskAloneAsync<T>(
        string step,
        FileReference file,
        Func<FileRecord, FileRecord> claim,
        JsonTypeInfo<Answer<T>> json,
        Func<KsefContext, FencedRun<FileRecord>, Task<StepEnd<FileRecord, T>>> ask,
        CancellationToken cancellationToken) =>
        files.RunAloneAsync(step, file, claim, json, run => AskKsefAsync(step, file, run, ask, cancellationToken), cancellationToken);

    /// <summary>Runs a step of a consignment that any number of runs may be in, because all of them do the same.</summary>
    /// <exception cref="PipelineException">KSeF did not answer, or refused.</exception>
    public Task<Answer<T>> AskAsync<T>(
        string step,
        ConsignmentReference consignment,
        JsonTypeInfo<Answer<T>> json,
        Func<KsefContext, FencedRun<ConsignmentRecord>, Task<StepEnd<ConsignmentRecord, T>>> ask,
        CancellationToken cancellationToken) =>
        consignments.RunAsync(step, consignment, json, run => AskKsefAsync(step, consignment, run, ask, cancellationToken), cancellationToken);

    /// <summary>Runs a step of a consignment that must not meet itself.</summary>
    /// <exception cref="PipelineException">KSeF did not answer, or refused.</exception>
    public Task<Answer<T>> AskAloneAsync<T>(
        string step,
        ConsignmentReference consignment,
        Func<ConsignmentRecord, ConsignmentRecord> claim,
        JsonTypeInfo<Answer<T>> json,
        Func<KsefContext, FencedRun<ConsignmentRecord>, Task<StepEnd<ConsignmentRecord, T>>> ask,
        CancellationToken cancellationToken) =>
        consignments.RunAloneAsync(step, consignment, claim, json, run => AskKsefAsync(step, consignment, run, ask, cancellationToken), cancellationToken);

    private async Task<StepEnd<TRecord, Answer<T>>> AskKsefAsync<TRecord, T>(
        string step, IKsefCaller caller, FencedRun<TRecord> run, Func<KsefContext, FencedRun<TRecord>, Task<StepEnd<TRecord, T>>> ask, CancellationToken cancellationToken)
        where TRecord : class, IStepRecord<TRecord>
    {
        var recording = evidence.Start(caller, step);
        try
        {
            var end = await ask(contexts.For(ContextIdentifier.Nip(caller.ContextNip)), run);
            return end.Select(value => new Answer<T>(value));
        }
        catch (KsefRateLimitException limit)
        {
            if (limit.IsHeldBack)
            {
                LogHeldBack(step, caller.Id, limit.RetryAfter);
            }
            else
            {
                LogWait(step, caller.Id, limit.RetryAfter);
            }

            telemetry.MustWait(step, limit);
            await TellAsync(run, limit.RetryAfter);
            return new StepEnd<TRecord, Answer<T>>(record => record, _ => new Answer<T>(default, limit.RetryAfter), IsDone: false);
        }
        catch (KsefException failure)
        {
            LogFailure(failure, step, caller.Id);
            throw KsefFailure.Numbered(failure, caller.ContextNip);
        }
        finally
        {
            await evidence.SaveAsync(recording, cancellationToken);
        }
    }

    // Nobody notices shorter waits, and each costs a write.
    private Task TellAsync<TRecord>(FencedRun<TRecord> run, TimeSpan wait)
        where TRecord : class, IStepRecord<TRecord> =>
        wait < WorthTelling ? Task.CompletedTask : run.NoteAsync(record => record.Waiting(time.GetUtcNow() + wait));

    [LoggerMessage(2101, LogLevel.Warning, "{Step} of {Id} must wait {RetryAfter}: KSeF's limit is reached")]
    private partial void LogWait(string step, string id, TimeSpan retryAfter);

    [LoggerMessage(2107, LogLevel.Information, "{Step} of {Id} waits {RetryAfter}, until KSeF's limits leave a call for it")]
    private partial void LogHeldBack(string step, string id, TimeSpan retryAfter);

    [LoggerMessage(2102, LogLevel.Warning, "{Step} of {Id} failed at KSeF")]
    private partial void LogFailure(Exception failure, string step, string id);
}
