using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Steps;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Submission;

/// <summary>
/// Sends a consignment in one session: claims its invoices, authenticates, encrypts, opens, sends, closes. It never meets itself, and before each
/// call that matters the ledger knows what may come of it. A session that an earlier run left behind comes first: what it may hold is not sent again
/// before its end is known.
/// </summary>
public sealed class SendConsignment(
    KsefSteps steps, ConsignmentStore consignments, InvoiceClaims claims, SentInvoices sent, OnlineSending online, BatchSending batch, SessionClosing closing, TimeProvider time)
{
    /// <summary>Name of the step, as people read it.</summary>
    public const string Step = "Send";

    [Function(nameof(SendConsignment))]
    public Task<Answer<SentSession>> RunAsync(
        [ActivityTrigger] ConsignmentReference consignment, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) => steps.AskAloneAsync(
        nameof(SendConsignment),
        consignment,
        record => (record with { State = ConsignmentState.Sending }).WithStep(Step, time.GetUtcNow(), finishedAt: null),
        SubmissionJson.Default.AnswerSentSession,
        (ksef, run) => SendAsync(ksef, run, consignment, durable, cancellationToken),
        cancellationToken);

    private async Task<StepEnd<ConsignmentRecord, SentSession>> SendAsync(
        KsefContext ksef, FencedRun<ConsignmentRecord> run, ConsignmentReference consignment, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await consignments.MarkOpenAsync(consignment.ContextNip, consignment.Id, cancellationToken);
        var sending = new Sending(ksef, run, time);
        var session = run.Record.Sessions.FirstOrDefault(known => known.IsOpenQuestion(run.Record.Attempt))?.ReferenceNumber;
        if (session is not null)
        {
            FileTrace.InSession(session);
            if (sending.Known(session).FinalStatus is not null)
            {
                return ConsignmentEnd.Done(new SentSession(session, IsEarlier: true), record => record);
            }

            await online.GoOnAsync(sending, session, cancellationToken);
        }
        else
        {
            var claimed = await claims.ClaimAsync(run.Record, durable, cancellationToken);
            await sent.SaveAsync(run.Record, claimed, cancellationToken);
            await run.NoteAsync(record => record with { InvoiceCount = claimed.Count });
            if (claimed.Count == 0)
            {
                return ConsignmentEnd.Done(SentSession.NothingLeft, record => record);
            }

            session = await SendInNewSessionAsync(sending, claimed, cancellationToken);
        }

        var end = session is null
            ? new SentSession(ReferenceNumber: null, KsefErrorCode.UnknownPublicKey)
            : await closing.CloseAsync(sending, session, cancellationToken);
        end = end with { IsEarlier = session is not null && sending.Known(session).Attempt < run.Record.Attempt };
        return ConsignmentEnd.Done(end, record => (record with { State = ConsignmentState.Processing }).WithStep(Step, time.GetUtcNow(), time.GetUtcNow()));
    }

    private async Task<string?> SendInNewSessionAsync(Sending sending, IReadOnlyList<ClaimedInvoice> invoices, CancellationToken cancellationToken)
    {
        await sending.Ksef.AuthenticateAsync(cancellationToken);
        if (sending.Record.Origin is not null)
        {
            // After a failed session: KSeF's public key may have changed.
            sending.Ksef.PublicKeys.Forget();
        }

        using var key = SessionKey.Create(await sending.Ksef.PublicKeys.GetAsync(PublicKeyUsage.SymmetricKeyEncryption, cancellationToken));
        return sending.Record.Kind == SessionKind.Batch
            ? await batch.SendAsync(sending, invoices, key, cancellationToken)
            : await online.SendAsync(sending, invoices, key, cancellationToken);
    }
}
