using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Submission;

/// <summary>
/// Closes a session, which is what makes KSeF process it. A failed or lost close is not a failure: the session's status says whether it
/// happened.
/// </summary>
public sealed class SessionClosing(TimeProvider time)
{
    /// <exception cref="PipelineException">The answer was lost and the session is still open; to be tried again.</exception>
    public async Task<SentSession> CloseAsync(Sending sending, string session, CancellationToken cancellationToken)
    {
        var reference = ReferenceNumber.FromKsef(session);
        if (sending.Known(session) is { CloseIntentAt: not null } && await StatusAsync(sending, reference, cancellationToken) != SessionStatusCode.Open)
        {
            // An earlier run closed it.
            return new SentSession(session);
        }

        await sending.NoteAsync(session, known => known with { CloseIntentAt = known.CloseIntentAt ?? time.GetUtcNow() });
        try
        {
            await (sending.Record.Kind == SessionKind.Batch
                ? sending.Ksef.Batch.CloseAsync(reference, cancellationToken)
                : sending.Ksef.Online.CloseAsync(reference, cancellationToken));
            return new SentSession(session);
        }
        catch (KsefApiException refusal) when (PartsAreMissing(refusal))
        {
            // KSeF cancels such a session in the end; nothing in it is processed.
            await sending.NoteAsync(session, known => known with { FinalStatus = (int)SessionStatusCode.Cancelled });
            return new SentSession(ReferenceNumber: null, (int)SessionStatusCode.Cancelled);
        }
        catch (KsefException failure) when (failure is KsefUnavailableException or KsefApiException)
        {
            return await StatusAsync(sending, reference, cancellationToken) != SessionStatusCode.Open
                ? new SentSession(session)
                : throw new PipelineException(KsefErrors.CloseNotSeen, failure);
        }
    }

    private static async Task<SessionStatusCode> StatusAsync(Sending sending, ReferenceNumber session, CancellationToken cancellationToken) =>
        (await sending.Ksef.Sessions.GetAsync(session, cancellationToken)).Code;

    private static bool PartsAreMissing(KsefApiException refusal) => refusal.Errors.Any(error => error.Code is KsefErrorCode.WrongPartSize or KsefErrorCode.PartNotUploaded or KsefErrorCode.UploadWindowOver);
}
