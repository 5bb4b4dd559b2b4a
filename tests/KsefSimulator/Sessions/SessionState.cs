using KsefSimulator.Invoices;

namespace KsefSimulator.Sessions;

/// <summary>A session in memory: its record and its invoices in order. Take <see cref="Gate"/> to change either.</summary>
internal sealed class SessionState(Session session)
{
    private SubmittedInvoice[] _invoices = new SubmittedInvoice[4];
    private int _count;

    public Lock Gate { get; } = new();

    public Session Session { get; set; } = session;

    /// <summary>The invoices so far; a view that later additions do not change.</summary>
    public ReadOnlyMemory<SubmittedInvoice> Invoices
    {
        get
        {
            lock (Gate)
            {
                return _invoices.AsMemory(0, _count);
            }
        }
    }

    public int Count => Volatile.Read(ref _count);

    public void Append(SubmittedInvoice invoice)
    {
        lock (Gate)
        {
            if (_count == _invoices.Length)
            {
                Array.Resize(ref _invoices, _count * 2);
            }

            _invoices[_count++] = invoice;
        }
    }
}
