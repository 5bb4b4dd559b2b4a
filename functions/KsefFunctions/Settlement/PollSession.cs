using Ksef.Client;
using KsefFunctions.Ledger;
using KsefFunctions.Steps;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Settlement;

/// <summary>Looks at a session: one call, however many invoices it holds.</summary>
public sealed class PollSession(KsefSteps steps)
{
    [Function(nameof(PollSession))]
    public Task<Answer<SessionSnapshot>> RunAsync([ActivityTrigger] SessionInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(PollSession),
        input.Consignment,
        SettlementJson.Default.AnswerSessionSnapshot,
        (ksef, _) => LookAsync(ksef, input, cancellationToken),
        cancellationToken);

    private static async Task<StepEnd<Files.ConsignmentRecord, SessionSnapshot>> LookAsync(KsefContext ksef, SessionInput input, CancellationToken cancellationToken)
    {
        FileTrace.InSession(input.Session);
        var status = await ksef.Sessions.GetAsync(ReferenceNumber.FromKsef(input.Session), cancellationToken);
        var snapshot = new SessionSnapshot((int)status.Code, status.IsFinal);
        return status.IsFinal ? ConsignmentEnd.Done(snapshot, record => record) : ConsignmentEnd.Again(snapshot);
    }
}
