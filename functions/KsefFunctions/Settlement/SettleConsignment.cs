using System.Collections.Concurrent;
using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Steps;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>
/// Reads one page of a finished session's list, a thousand invoices at most, and settles the files that they belong to. A page at a time, because
/// KSeF allows few of them a minute.
/// </summary>
public sealed class SettleConsignment(KsefSteps steps, SessionSettlement settlement, ConsignmentFiles files, FileSettlement file, SettledDays days, TimeProvider time)
{
    private const int AtOnce = 16;

    [Function(nameof(SettleConsignment))]
    public Task<Answer<SettledPage>> RunAsync([ActivityTrigger] SettleInput input, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(SettleConsignment),
        input.Consignment,
        SettlementJson.Default.AnswerSettledPage,
        (ksef, run) => SettleAsync(ksef, run, input, durable, cancellationToken),
        cancellationToken);

    private async Task<StepEnd<ConsignmentRecord, SettledPage>> SettleAsync(
        KsefContext ksef, FencedRun<ConsignmentRecord> run, SettleInput input, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        FileTrace.InSession(input.Session);
        var now = time.GetUtcNow();
        var session = ReferenceNumber.FromKsef(input.Session);
        var page = await ksef.Sessions.GetInvoicePageAsync(session, input.ContinuationToken, cancellationToken);
        var verdicts = await settlement.VerdictsAsync(ksef, session, page.Invoices, cancellationToken);
        var settling = new SettlingSession(ksef, run.Record, run.Record.Sessions.Single(known => known.ReferenceNumber == input.Session) with { FinalStatus = input.Status }, verdicts, page.Invoices, now);
        var settled = new ConcurrentBag<SettledFile>();
        await Parallel.ForEachAsync(
            await files.WithAsync(run.Record, verdicts.Keys, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (name, token) => settled.Add(await file.SettleAsync(name, settling, durable, token)));
        await days.AddAsync(settled.SelectMany(ended => ended.Entries), cancellationToken);
        return ConsignmentEnd.Done(
            new SettledPage(settled.Sum(ended => ended.Rows), page.ContinuationToken),
            record => page.ContinuationToken is not null ? record : record.WithSession(input.Session, known => known with { FinalStatus = input.Status, SettledIn = record.Attempt }));
    }
}
