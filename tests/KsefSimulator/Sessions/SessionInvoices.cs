using KsefSimulator.Invoices;

namespace KsefSimulator.Sessions;

/// <summary>Looks into a session.</summary>
internal static class SessionInvoices
{
    /// <summary>What a listing shows: a package's invoices only once all are processed.</summary>
    public static ReadOnlyMemory<SubmittedInvoice> Listed(SessionState state, DateTimeOffset now)
    {
        var invoices = state.Invoices;
        var isProcessing = state.Session.Kind == SessionKind.Batch
            && (state.Session.ProcessedAt is null || now < state.Session.HeldUntil || (invoices.Length > 0 && now < invoices.Span[0].VisibleAt));
        return isProcessing ? default : invoices;
    }

    public static SubmittedInvoice? Find(SessionState state, DateTimeOffset now, Func<SubmittedInvoice, bool> predicate)
    {
        foreach (var invoice in Listed(state, now).Span)
        {
            if (predicate(invoice))
            {
                return invoice;
            }
        }

        return null;
    }
}
