using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Settlement;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>
/// Hands over again what files have handed over and still wait for: their dispatcher, a consignment or what follows it may have been lost. Where nothing was
/// lost it changes nothing. A file whose own orchestration is gone is left alone: only a person can know whether another app has it.
/// </summary>
public sealed class LostHandOvers(
    LedgerStore ledger, WaitingRoom room, DispatcherCall dispatcher, ConsignmentStart start, FileEndStart rest, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    /// <summary>Looks after a file that has handed its invoices over.</summary>
    /// <returns>Whether its dispatcher is to be called.</returns>
    public async Task<bool> LookAfterAsync(FileSummary file, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(file.LedgerName, cancellationToken);
        if (record.IsFinal)
        {
            return false;
        }

        if (record.IsSettled)
        {
            await rest.GoOnAsync(durable, record, cancellationToken);
            return false;
        }

        foreach (var consignment in record.PendingConsignments)
        {
            await start.ResumeAsync(record.ContextNip, consignment, durable, cancellationToken);
        }

        var reference = FileReference.Of(record, FlowSettings.Of(options.Value));
        foreach (var invoices in InvoicesToSend.Of([.. record.Invoices.Where(row => row.Consignment is null)]))
        {
            await room.AddAsync(WaitingFile.Of(reference, invoices, time.GetUtcNow()), cancellationToken);
        }

        return true;
    }

    /// <summary>Calls the dispatchers of companies, once each, however many of their files wait.</summary>
    public async Task CallAsync(IEnumerable<string> nips, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        foreach (var nip in nips)
        {
            await dispatcher.AnywayAsync(nip, durable, cancellationToken);
        }
    }
}
