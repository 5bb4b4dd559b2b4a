using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Steps;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>
/// Sends what is left of a submission in one session: authenticates, encrypts, opens, sends, closes. It never meets itself, and before each call
/// that matters the ledger knows what may come of it. A session that an earlier run left behind comes first: what it may hold is not sent again
/// before its end is known.
/// </summary>
public sealed class SendSubmission(KsefSteps steps, OnlineSending online, BatchSending batch, SessionClosing closing, TimeProvider time)
{
    [Function(nameof(SendSubmission))]
    public Task<Answer<SentSession>> RunAsync([ActivityTrigger] SendInput input, CancellationToken cancellationToken) => steps.AskAloneAsync(
        nameof(SendSubmission),
        input.File,
        record => record with
        {
            Outcome = FileOutcome.Sending,
            Steps = input.Steps,
            Approval = input.Decision ?? record.Approval,
        },
        SubmissionJson.Default.AnswerSentSession,
        (ksef, run) => SendAsync(ksef, run, input, cancellationToken),
        cancellationToken);

    private async Task<StepEnd<SentSession>> SendAsync(KsefContext ksef, FencedRun run, SendInput input, CancellationToken cancellationToken)
    {
        var sending = new Sending(ksef, run, input, time);
        var session = run.Record.Sessions.FirstOrDefault(known => known.IsOpenQuestion && known.Submission == input.Submission.Key)?.ReferenceNumber;
        if (session is not null)
        {
            FileTrace.InSession(session);
            await online.GoOnAsync(sending, session, cancellationToken);
        }
        else if (sending.Pending.Count == 0)
        {
            return StepEnd.Done(SentSession.NothingLeft, record => record);
        }
        else
        {
            session = await SendInNewSessionAsync(sending, cancellationToken);
        }

        var sent = session is null
            ? new SentSession(ReferenceNumber: null, KsefErrorCode.UnknownPublicKey)
            : await closing.CloseAsync(sending, session, cancellationToken);
        return StepEnd.Done(sent, record => record with { Outcome = FileOutcome.Processing });
    }

    private async Task<string?> SendInNewSessionAsync(Sending sending, CancellationToken cancellationToken)
    {
        await sending.Ksef.AuthenticateAsync(cancellationToken);
        if (sending.Input.FreshKeys)
        {
            sending.Ksef.PublicKeys.Forget();
        }

        using var key = SessionKey.Create(await sending.Ksef.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, cancellationToken));
        return sending.Input.Submission.Kind == SessionKind.Batch
            ? await batch.SendAsync(sending, key, cancellationToken)
            : await online.SendAsync(sending, key, cancellationToken);
    }
}
