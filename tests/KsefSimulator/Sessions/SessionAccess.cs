using KsefSimulator.Access;
using KsefSimulator.Faults;
using KsefSimulator.Http;

namespace KsefSimulator.Sessions;

/// <summary>Finds the session that a request is about.</summary>
internal sealed class SessionAccess(SessionStore sessions, FaultSwitchboard faults, TimeProvider time)
{
    /// <exception cref="HttpRefusal">403: somebody else opened it, and the caller does not supervise.</exception>
    /// <exception cref="KsefRefusal">21173: not there, not the caller's, of the other kind, or too young while reads lag behind.</exception>
    public SessionState Get(HttpContext context, string reference, SessionKind? kind = null)
    {
        var caller = context.Caller();
        var state = sessions.Get(reference, caller);
        if (state.Session.Subject != caller.Subject && !SessionPermissions.SeesAll(caller))
        {
            throw HttpRefusal.NoAccessToResource();
        }

        if (kind is not null && state.Session.Kind != kind)
        {
            throw Refusals.SessionNotFound(reference);
        }

        if (faults.DurationOf(context, FaultNames.SessionLag) is { } lag && time.GetUtcNow() < state.Session.DateCreated + lag)
        {
            throw Refusals.SessionNotFound(reference);
        }

        return state;
    }
}
