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
        if (sessions.Find(reference) is not { } state || state.Session.Context != caller.Context || (kind is not null && state.Session.Kind != kind))
        {
            throw NotFound(reference, kind);
        }

        if (state.Session.Subject != caller.Subject && !SessionPermissions.SeesAll(caller))
        {
            throw HttpRefusal.NoAccessToResource();
        }

        if (faults.HoldOf(context, FaultNames.SessionLag, reference) is { } lag && time.GetUtcNow() < state.Session.DateCreated + lag)
        {
            throw NotFound(reference, kind);
        }

        return state;
    }

    private static KsefRefusal NotFound(string reference, SessionKind? kind) => kind == SessionKind.Online ? Refusals.OnlineSessionNotFound(reference) : Refusals.SessionNotFound(reference);
}
