using KsefSimulator.Invoices;

namespace KsefSimulator.Sessions.Status;

/// <summary>Looks into a session.</summary>
internal static class SessionInvoices
{
    /// <summary>What a listing shows: a package's invoices only once all are processed.</summary>
    public static ReadOnlyMemory<SubmittedInvoice> Listed(SessionState state) =>
        state.Session is { Kind: SessionKind.Batch, ProcessedAt: null } ? default : state.Invoices;

    public static SubmittedInvoice? Find(SessionState state, Func<SubmittedInvoice, bool> predicate)
    {
        foreach (var invoice in Listed(state).Span)
        {
            if (predicate(invoice))
            {
                return invoice;
            }
        }

        return null;
    }
}
