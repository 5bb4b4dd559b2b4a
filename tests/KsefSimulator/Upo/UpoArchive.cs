using KsefSimulator.Faults;
using KsefSimulator.Invoices;
using KsefSimulator.Logins;
using KsefSimulator.Sessions;

namespace KsefSimulator.Upo;

/// <summary>Makes UPOs on demand: of a session's pages once it is processed, of an invoice once it has its number.</summary>
internal sealed class UpoArchive(Authentications authentications, SessionStatuses statuses, SealRing seals, FaultSwitchboard faults, TimeProvider time)
{
    /// <summary>The page of a session's UPO, or null while there is none.</summary>
    public byte[]? Page(HttpContext context, SessionState state, string page)
    {
        var index = state.Session.UpoPages.ToList().IndexOf(page);
        if (index < 0 || IsWithheld(context, state.Session, page, state.Session.ClosedAt) || statuses.Of(state).Status.Code != InvoiceStatus.SuccessCode)
        {
            return null;
        }

        var accepted = new List<SubmittedInvoice>();
        foreach (var invoice in state.Invoices.Span)
        {
            if (invoice.IsAccepted)
            {
                accepted.Add(invoice);
            }
        }

        return Write(state.Session, accepted, new UpoRange(index + 1, state.Session.UpoPages.Count, 1, accepted.Count, accepted.Count));
    }

    /// <summary>The UPO of one invoice of the session, or null while there is none.</summary>
    public byte[]? Invoice(HttpContext context, SessionState state, Func<SubmittedInvoice, bool> which)
    {
        var invoice = SessionInvoices.Find(state, time.GetUtcNow(), which);
        return invoice is { IsAccepted: true } && time.GetUtcNow() >= invoice.VisibleAt && !IsWithheld(context, state.Session, invoice.ReferenceNumber, invoice.VisibleAt)
            ? Write(state.Session, [invoice], null)
            : null;
    }

    private bool IsWithheld(HttpContext context, Session session, string document, DateTimeOffset? since) =>
        session.HasFault(FaultNames.UpoNever) || time.GetUtcNow() < since + faults.HoldOf(context, FaultNames.UpoDelay, document);

    private byte[]? Write(Session session, List<SubmittedInvoice> invoices, UpoRange? range)
    {
        var login = authentications.Find(session.LoginReferenceNumber);
        return login is null ? null : seals.Current.Sign(UpoDocument.Write(session, login, invoices, range), invoices[^1].VisibleAt);
    }
}
