using Ksef.Client;

namespace KsefFunctions.Settlement;

/// <summary>
/// Looks originals up in the lists of the sessions that accepted them: one list answers for a thousand duplicates, while
/// downloading invoices one by one is held to a few an hour.
/// </summary>
internal sealed class OriginalSessions(KsefContext ksef, ReferenceNumber current, IReadOnlyList<SessionInvoice> currentInvoices)
{
    private readonly Dictionary<string, Dictionary<string, SessionInvoice>> _lists = new(StringComparer.Ordinal)
    {
        [current.ToString()] = Index(currentInvoices),
    };

    /// <summary>The original, or null when its session does not show it to us.</summary>
    public async Task<SessionInvoice?> FindAsync(ReferenceNumber? originalSession, KsefNumber number, CancellationToken cancellationToken)
    {
        if (originalSession is not { } session)
        {
            return null;
        }

        if (!_lists.TryGetValue(session.ToString(), out var list))
        {
            list = _lists[session.ToString()] = await ListAsync(session, cancellationToken);
        }

        return list.GetValueOrDefault(number.ToString());
    }

    private async Task<Dictionary<string, SessionInvoice>> ListAsync(ReferenceNumber session, CancellationToken cancellationToken)
    {
        try
        {
            var invoices = new List<SessionInvoice>();
            await foreach (var invoice in ksef.Sessions.GetInvoicesAsync(session, cancellationToken))
            {
                invoices.Add(invoice);
            }

            return Index(invoices);
        }
        catch (KsefApiException)
        {
            // Another context's session, or one that KSeF does not show: the invoice itself is asked for next.
            return [];
        }
    }

    private static Dictionary<string, SessionInvoice> Index(IReadOnlyList<SessionInvoice> invoices)
    {
        var index = new Dictionary<string, SessionInvoice>(StringComparer.Ordinal);
        foreach (var invoice in invoices.Where(invoice => invoice.KsefNumber is not null))
        {
            index[invoice.KsefNumber!.Value.ToString()] = invoice;
        }

        return index;
    }
}
