using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Settlement;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>
/// Hands over again what files have handed over and still wait for: their dispatcher, a consignment or an event may have been lost. Where nothing was
/// lost it changes nothing. A file whose own orchestration is gone is left alone: only a person can know whether another app has it.
/// </summary>
public sealed class LostHandOvers(
    LedgerStore ledger, WaitingRoom room, DispatcherCall dispatcher, ConsignmentStart start, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    /// <param name="file">A file whose orchestration waits.</param>
    /// <param name="durable">Starts what is lost.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task LookAfterAsync(FileSummary file, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(file.LedgerName, cancellationToken);
        if (record.IsFinal || record.IsSettled)
        {
            await TellAgainAsync(record, durable, cancellationToken);
            return;
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

        await dispatcher.AnywayAsync(record.ContextNip, durable, cancellationToken);
    }

    private static Task TellAgainAsync(FileRecord record, DurableTaskClient durable, CancellationToken cancellationToken) => record.IsFinal
        ? WaitingFlows.EndedAsync(durable, record, cancellationToken)
        : WaitingFlows.GoOnAsync(durable, record, cancellationToken);
}
