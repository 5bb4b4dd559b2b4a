using System.Threading.Channels;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Limits;
using KsefSimulator.Numbers;
using KsefSimulator.PublicKeys;
using KsefSimulator.Sessions.Intake;
using KsefSimulator.Settings;

namespace KsefSimulator.Sessions.Batch;

/// <summary>Works off closed packages one after the other, in the background.</summary>
internal sealed class BatchProcessor(
    SessionStore sessions,
    PartStore parts,
    PackageReader reader,
    InvoiceIntake intake,
    InvoiceLedger ledger,
    ContextLimitBook limits,
    ReferenceNumbers numbers,
    TimeProvider time,
    SimulatorOptions options,
    ILogger<BatchProcessor> logger) : BackgroundService
{
    private const int InvoicesAtOnce = 64;
    private readonly Channel<SessionState> _queue = Channel.CreateUnbounded<SessionState>();

    public void Enqueue(SessionState state) => _queue.Writer.TryWrite(state);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var state in sessions.All.Where(state => state.Session is { Kind: SessionKind.Batch, ClosedAt: not null, ProcessedAt: null }))
        {
            Enqueue(state);
        }

        await foreach (var state in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Task.Run(() => Process(state, stoppingToken), stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Package {Session} could not be processed", state.Session.ReferenceNumber);
                Finish(state, [], [], new StatusInfo(500, "Nieznany błąd (500)"));
            }
        }
    }

    private void Process(SessionState state, CancellationToken cancellationToken)
    {
        var session = state.Session;
        if (session.SymmetricKey is null)
        {
            Finish(state, [], [], ClientEncryption.KeyFailure);
            return;
        }

        if (session.HasFault(FaultNames.PartFlake))
        {
            Finish(state, [], [], PackageFailure.WrongParts);
            return;
        }

        var invoices = new List<SubmittedInvoice>();
        var hidden = new List<SubmittedInvoice>();
        StatusInfo? failure = null;
        try
        {
            using var package = reader.Open(session);
            foreach (var entries in package.Entries(limits.Of(session.Context).BatchSession).Chunk(InvoicesAtOnce))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (session.HasFault(FaultNames.SpoiledContent) && entries.Any(entry => entry.Content.AsSpan().IndexOf("SPOILED"u8) >= 0))
                {
                    throw new PackageFailure(PackageFailure.NotAnArchive);
                }

                Judge(session, entries, invoices, hidden);
            }
        }
        catch (PackageFailure found)
        {
            failure = found.Status;
            (invoices, hidden) = ([], []);
        }

        Finish(state, invoices, hidden, failure ?? (invoices.Count == 0 ? SessionStatuses.CancelledUnsent : null));
    }

    // Examining is the work, and order does not matter for it; numbers and duplicates go by the order in the package.
    private void Judge(Session session, PackageEntry[] entries, List<SubmittedInvoice> invoices, List<SubmittedInvoice> hidden)
    {
        var arrived = session.HasFault(FaultNames.Midnight) ? session.DateCreated.AddDays(1) : session.DateCreated;
        var visibleAt = session.ClosedAt!.Value + options.ProcessingDelay;
        var examined = entries.AsParallel().AsOrdered()
            .Select((entry, index) => new IncomingInvoice(
                session, invoices.Count + index + 1, entry.Content, entry.Hash, entry.Name, session.OfflineMode, arrived, visibleAt))
            .Select(incoming => (Incoming: incoming, Examination: intake.Examine(incoming)))
            .ToList();
        foreach (var (incoming, examination) in examined)
        {
            var (invoice, original) = intake.Judge(incoming, examination);
            invoices.Add(invoice);
            if (original is not null)
            {
                hidden.Add(original);
            }
        }
    }

    private void Finish(SessionState state, List<SubmittedInvoice> invoices, List<SubmittedInvoice> hidden, StatusInfo? failure)
    {
        ledger.AddAll([.. hidden, .. invoices]);
        lock (state.Gate)
        {
            invoices.ForEach(state.Append);
            var hasUpo = invoices.Any(invoice => invoice.Verdict.IsSuccess);
            sessions.Update(state, session => session with
            {
                ProcessedAt = time.GetUtcNow(),
                Failure = failure,
                UpoPages = hasUpo ? [numbers.Next(ReferenceKind.UpoPage)] : [],
            });
        }

        parts.Drop(state.Session);
    }
}
