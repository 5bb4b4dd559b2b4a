using KsefSimulator.Http;
using KsefSimulator.Sessions.Batch;

namespace KsefSimulator.Sessions;

/// <summary>Closes sessions: an online one is final once its invoices are, a package goes to the processor.</summary>
internal sealed class SessionClosing(SessionStore sessions, SessionStatuses statuses, PartStore parts, BatchProcessor processor, TimeProvider time)
{
    /// <exception cref="KsefRefusal">21180 when the session is not open.</exception>
    public void CloseOnline(SessionState state)
    {
        lock (state.Gate)
        {
            RequireOpen(state);
            Close(state);
        }
    }

    /// <exception cref="KsefRefusal">21180 not open; 21208 too late; 21205 a part is missing; 21157 a part has another size than announced.</exception>
    public void CloseBatch(SessionState state)
    {
        lock (state.Gate)
        {
            RequireOpen(state);
            RequireParts(state.Session);
            Close(state);
        }

        processor.Enqueue(state);
    }

    private void Close(SessionState state)
    {
        var now = time.GetUtcNow();
        sessions.Update(state, session => session with { ClosedAt = now, HeldUntil = now + session.Hold });
    }

    private void RequireOpen(SessionState state)
    {
        var view = statuses.Of(state);
        if (state.Session.Kind == SessionKind.Batch && view.Status == SessionStatuses.CancelledLate)
        {
            throw Refusals.UploadWindowOver();
        }

        if (!view.IsOpen)
        {
            throw Refusals.SessionStatusForbidsClosing(view.Status.Code);
        }
    }

    private void RequireParts(Session session)
    {
        foreach (var part in session.BatchFile!.Parts)
        {
            if (parts.Find(session.ReferenceNumber, part.OrdinalNumber) is not { } received)
            {
                throw time.GetUtcNow() > session.DateCreated + SessionStatuses.UploadWindow(session) ? Refusals.UploadWindowOver() : Refusals.PartMissing(part.OrdinalNumber);
            }

            if (received.Size != part.Size)
            {
                throw Refusals.WrongPartSize($"Zadeklarowany rozmiar części '{part.OrdinalNumber}' nie zgadza się z rzeczywistym.");
            }
        }
    }
}
