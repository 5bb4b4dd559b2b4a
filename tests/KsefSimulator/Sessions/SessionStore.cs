using System.Collections.Concurrent;
using KsefSimulator.Identity;
using KsefSimulator.Invoices;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions;

/// <summary>All sessions.</summary>
internal sealed class SessionStore(Journal journal)
{
    private readonly JournaledSet<Session> _sessions = new(journal, "session", SessionJson.Types.Session);
    private readonly ConcurrentDictionary<string, SessionState> _states = new(StringComparer.Ordinal);

    public IEnumerable<SessionState> All => _states.Values;

    public SessionState Add(Session session)
    {
        var state = new SessionState(session);
        _states[session.ReferenceNumber] = state;
        _sessions.Put(session.ReferenceNumber, session);
        return state;
    }

    /// <summary>Changes the session's record under its gate.</summary>
    public Session Update(SessionState state, Func<Session, Session> change)
    {
        lock (state.Gate)
        {
            state.Session = change(state.Session);
            _sessions.Put(state.Session.ReferenceNumber, state.Session);
            return state.Session;
        }
    }

    public SessionState? Find(string reference) => _states.GetValueOrDefault(reference);

    public IEnumerable<SessionState> In(ContextIdentifier context) => _states.Values.Where(state => state.Session.Context == context);

    /// <summary>After loading: puts the invoices back into their sessions.</summary>
    public void Rebuild(InvoiceLedger ledger)
    {
        foreach (var session in _sessions.Values)
        {
            _states[session.ReferenceNumber] = new SessionState(session);
        }

        foreach (var invoice in ledger.All.Where(invoice => !invoice.IsHidden).OrderBy(invoice => invoice.OrdinalNumber))
        {
            Find(invoice.SessionReferenceNumber)?.Append(invoice);
        }
    }

    /// <summary>Whether the invoice belongs to a package whose processing did not finish.</summary>
    public bool IsUnfinished(SubmittedInvoice invoice) =>
        _sessions.TryGet(invoice.SessionReferenceNumber, out var session) && session is { Kind: SessionKind.Batch, ProcessedAt: null };
}
