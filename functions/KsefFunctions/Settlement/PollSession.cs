using Ksef.Client;
using KsefFunctions.Ledger;
using KsefFunctions.Steps;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Settlement;

/// <summary>
/// Looks at a session: one call, however many invoices it holds. When KSeF has finished with it, its list is read and the rows learn what became
/// of each invoice.
/// </summary>
public sealed class PollSession(KsefSteps steps, SessionSettlement settlement)
{
    [Function(nameof(PollSession))]
    public Task<Answer<SessionSnapshot>> RunAsync([ActivityTrigger] SessionInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(PollSession),
        input.File,
        SettlementJson.Default.AnswerSessionSnapshot,
        (ksef, _) => LookAsync(ksef, input, cancellationToken),
        cancellationToken);

    private async Task<StepEnd<SessionSnapshot>> LookAsync(KsefContext ksef, SessionInput input, CancellationToken cancellationToken)
    {
        FileTrace.InSession(input.Session);
        var session = ReferenceNumber.FromKsef(input.Session);
        var status = await ksef.Sessions.GetAsync(session, cancellationToken);
        var code = (int)status.Code;
        if (!status.IsFinal)
        {
            return StepEnd.Again(new SessionSnapshot(code, IsFinished: false, Remaining: 0));
        }

        var verdicts = await settlement.VerdictsAsync(ksef, session, cancellationToken);
        return StepEnd.Done(
            record => SessionSettlement.Settled(record, input.Submission, verdicts).WithSession(input.Session, known => known with { FinalStatus = code }),
            record => new SessionSnapshot(code, IsFinished: true, SessionSettlement.Remaining(record, input.Submission)));
    }
}
