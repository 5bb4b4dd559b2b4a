using System.Globalization;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Watch;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>
/// Finds unsettled files that nobody works on, that stand still, or that are late, and says so. It starts none of them: where
/// an orchestration is missing, another app may have it, and only a person can know. What a file that is worked on has handed over, it looks after.
/// </summary>
public sealed partial class LedgerSweep(
    LedgerStore ledger, FileProgress progress, LostHandOvers handOvers, ApprovalWaits waits, IOptions<KsefFunctionsOptions> options, TimeProvider time, ILogger<LedgerSweep> logger)
{
    public async Task<UnsettledFiles> RunAsync(DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var findings = new List<WatchFinding>();
        var waiting = new List<FileSummary>();
        var handedOver = new HashSet<string>(StringComparer.Ordinal);
        var failures = new List<Exception>();
        var oldest = TimeSpan.Zero;
        await foreach (var file in ledger.ListAllAsync(cancellationToken))
        {
            // What changed a moment ago is in somebody's hands.
            if (file.IsFinal || now - file.ChangedAt < options.Value.UnnoticedAfter)
            {
                continue;
            }

            if (file.Outcome is not (FileOutcome.AwaitingApproval or FileOutcome.AwaitingReceipt) && AgeOf(file, now) > oldest)
            {
                oldest = AgeOf(file, now);
            }

            try
            {
                var finding = await LookAtAsync(file, now, handedOver, durable, cancellationToken);
                if (finding is not null)
                {
                    findings.Add(finding with { FileId = file.Id, ContextNip = file.ContextNip });
                    LogFinding(finding.Warning ? LogLevel.Warning : LogLevel.Error, file.Id, finding.Code, finding.Message);
                }
                else if (file.Outcome == FileOutcome.AwaitingApproval)
                {
                    waiting.Add(file);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The others must not wait for one that cannot be looked at.
                LogFailure(failure, file.Id);
                failures.Add(failure);
            }
        }

        await handOvers.CallAsync(handedOver, durable, cancellationToken);
        findings.AddRange(await waits.FindAsync(waiting, cancellationToken));
        return new UnsettledFiles(findings, oldest, waiting.Count, failures);
    }

    private async Task<WatchFinding?> LookAtAsync(FileSummary file, DateTimeOffset now, HashSet<string> handedOver, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var work = await progress.OfAsync(file, durable, cancellationToken);
        if (work.IsOver)
        {
            await MarkAsync(file, now, work.Status, cancellationToken);
            return WatchFinding.Of(WatchErrors.NoOrchestration, work.Status);
        }

        if (work.IsHandedOver && await handOvers.LookAfterAsync(file, durable, cancellationToken))
        {
            handedOver.Add(file.ContextNip);
        }

        if (work.Status == nameof(OrchestrationRuntimeStatus.Suspended)
            || (file.Outcome != FileOutcome.AwaitingApproval && now - work.MovedAt > options.Value.StandstillAfter))
        {
            return WatchFinding.Of(WatchErrors.Standstill, work.MovedAt.ToString("u", CultureInfo.InvariantCulture), work.Status);
        }

        var age = AgeOf(file, now);
        return file.Outcome == FileOutcome.AwaitingApproval || age <= options.Value.LateAfter ? null
            : WatchFinding.Of(file.Outcome == FileOutcome.AwaitingReceipt ? WatchErrors.ReceiptLate : WatchErrors.Late, (int)age.TotalHours);
    }

    private static TimeSpan AgeOf(FileSummary file, DateTimeOffset now) => now - (file.AttemptStartedAt ?? file.ReceivedAt);

    // In the ledger, so that finance sees it at the file and a person may replay it.
    private Task<FileRecord> MarkAsync(FileSummary file, DateTimeOffset now, string status, CancellationToken cancellationToken) => ledger.UpdateAsync(
        file.LedgerName,
        current => current.IsFinal || current.AbandonedAt is not null || current.Attempt != file.Attempt
            ? null
            : current with { AbandonedAt = now, Errors = [.. current.Errors, WatchErrors.NoOrchestration.Record(status)] },
        cancellationToken);

    [LoggerMessage(EventId = 8003, Message = "{FileId}: {ErrorCode} {Finding}")]
    private partial void LogFinding(LogLevel level, string fileId, string errorCode, string finding);

    [LoggerMessage(8007, LogLevel.Error, "{FileId} could not be looked at; the next sweep tries again")]
    private partial void LogFailure(Exception failure, string fileId);
}

/// <summary>What the ledger holds of unsettled files.</summary>
/// <param name="Findings">Those that a person should know of.</param>
/// <param name="Oldest">Age of the oldest that waits neither for a person nor for its receipt alone; zero when there is none.</param>
/// <param name="Waiting">How many wait for a person.</param>
/// <param name="Failures">Why some could not be looked at.</param>
public sealed record UnsettledFiles(IReadOnlyList<WatchFinding> Findings, TimeSpan Oldest, int Waiting, IReadOnlyList<Exception> Failures);
