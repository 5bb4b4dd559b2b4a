using KsefFunctions.Index;
using KsefFunctions.Ledger;

namespace KsefFunctions.Indexing;

/// <summary>Writes a file into the index as the ledger has it, whatever the index has.</summary>
public sealed class FileIndexing(LedgerStore ledger, InvoiceIndex index)
{
    /// <summary>Writes it, and again where it was changed meanwhile: the later state must not be hidden by an earlier one.</summary>
    public async Task WriteAsync(string ledgerName, CancellationToken cancellationToken)
    {
        var known = await ledger.ReadAsync(ledgerName, cancellationToken);
        while (true)
        {
            await index.WriteAnewAsync(known.Record, cancellationToken);
            var now = await ledger.ReadAsync(ledgerName, cancellationToken);
            if (now.ETag == known.ETag)
            {
                return;
            }

            known = now;
        }
    }
}
