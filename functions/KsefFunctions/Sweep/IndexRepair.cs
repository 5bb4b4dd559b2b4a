using KsefFunctions.Index;
using KsefFunctions.Indexing;
using KsefFunctions.Settings;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Sweep;

/// <summary>Writes into the index of invoices what could not be written when it happened.</summary>
public sealed class IndexRepair(InvoiceIndex index, FileIndexing indexing, IOptions<KsefFunctionsOptions> options, TimeProvider time)
{
    /// <exception cref="AggregateException">Some could not be written this time either; the others were.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();

        // The document of a change is written after the note of it.
        await foreach (var (note, ledgerName) in index.UnwrittenAsync(time.GetUtcNow() - options.Value.UnnoticedAfter, cancellationToken))
        {
            try
            {
                await indexing.WriteAsync(ledgerName, cancellationToken);
                await index.ForgetAsync(note, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException("Some files could not be written into the index.", failures);
        }
    }
}
