using KsefFunctions.Index;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>Writes into the index of invoices what could not be written when it happened.</summary>
public sealed class IndexRepair(InvoiceIndex index, LedgerStore ledger, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // The document of a change is written after the note of it.
        await foreach (var (mark, ledgerName) in index.UnwrittenAsync(time.GetUtcNow() - options.Value.UnnoticedAfter, cancellationToken))
        {
            await index.WriteAnewAsync(await ledger.GetByNameAsync(ledgerName, cancellationToken), cancellationToken);
            await index.ForgetAsync(mark, cancellationToken);
        }
    }
}
