using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>
/// Closes a session, which is what makes KSeF process it. A failed or lost close is not a failure: the session's status
/// says whether it happened.
/// </summary>
public sealed class CloseSession(KsefSteps steps, SessionLedger sessions)
{
    [Function(nameof(CloseSession))]
    public Task<Answer<ClosedSession>> RunAsync([ActivityTrigger] SessionInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(CloseSession), input.File, ksef => CloseAsync(ksef, input, cancellationToken), cancellationToken);

    private async Task<ClosedSession> CloseAsync(KsefContext ksef, SessionInput input, CancellationToken cancellationToken)
    {
        FileTrace.InSession(input.Session);
        var session = ReferenceNumber.FromKsef(input.Session);
        if (await sessions.AnnounceCloseAsync(input, cancellationToken))
        {
            var status = await ksef.Sessions.GetAsync(session, cancellationToken);
            if (status.Code != SessionStatusCode.Open)
            {
                return new ClosedSession(WillBeProcessed: true, (int)status.Code);
            }
        }

        try
        {
            await (input.Submission.Kind == SessionKind.Batch
                ? ksef.Batch.CloseAsync(session, cancellationToken)
                : ksef.Online.CloseAsync(session, cancellationToken));
            return new ClosedSession(WillBeProcessed: true, (int)SessionStatusCode.Closed);
        }
        catch (KsefApiException refusal) when (PartsAreMissing(refusal))
        {
            // KSeF cancels such a session in the end; nothing in it is processed.
            await sessions.EndedEmptyAsync(input.File, input.Session, (int)SessionStatusCode.Cancelled, cancellationToken);
            return new ClosedSession(WillBeProcessed: false, (int)SessionStatusCode.Cancelled);
        }
        catch (KsefException failure) when (failure is KsefUnavailableException or KsefApiException)
        {
            var status = await ksef.Sessions.GetAsync(session, cancellationToken);
            return status.Code != SessionStatusCode.Open
                ? new ClosedSession(WillBeProcessed: true, (int)status.Code)
                : throw new PipelineException(KsefErrors.CloseNotSeen, failure);
        }
    }

    private static bool PartsAreMissing(KsefApiException refusal) => refusal.Errors.Any(error => error.Code is KsefErrorCode.WrongPartSize or KsefErrorCode.PartNotUploaded or KsefErrorCode.UploadWindowOver);
}
