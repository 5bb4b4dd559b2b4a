using KsefSimulator.Http;

namespace KsefSimulator.Sessions;

/// <summary>Closes sessions that are open. An online one is final once its invoices are; a package has work ahead.</summary>
internal sealed class SessionClosing(SessionStore sessions, SessionStatuses statuses, TimeProvider time)
{
    /// <param name="state">The session.</param>
    /// <param name="require">What must hold besides; asked under the session's gate.</param>
    /// <exception cref="KsefRefusal">21180 not open; 21208 a package, too late.</exception>
    public void Close(SessionState state, Action<Session>? require = null)
    {
        lock (state.Gate)
        {
            RequireOpen(state);
            require?.Invoke(state.Session);
            var now = time.GetUtcNow();
            sessions.Update(state, session => session with { ClosedAt = now, HeldUntil = now + session.Hold });
        }
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
}
