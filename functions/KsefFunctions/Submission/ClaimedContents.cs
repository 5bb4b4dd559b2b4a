using System.Runtime.CompilerServices;
using KsefFunctions.Sources;

namespace KsefFunctions.Submission;

/// <summary>Reads the claimed invoices from the archive, file by file, the next ones while the current one is packed.</summary>
public sealed class ClaimedContents(SourceFiles sources)
{
    private const int ReadAhead = 16;

    /// <summary>
    /// The invoices in the order of the consignment. Bytes that stand in two files of it are sent once: the answer is for both.
    /// </summary>
    public async IAsyncEnumerable<(ClaimedInvoice Invoice, ReadOnlyMemory<byte> Content)> ReadAsync(
        IReadOnlyList<ClaimedInvoice> invoices, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = invoices.DistinctBy(invoice => invoice.Hash).GroupBy(invoice => invoice.File.Id).ToList();
        var singles = new Queue<Task<List<(ClaimedInvoice, ReadOnlyMemory<byte>)>>>();
        foreach (var file in files)
        {
            if (!file.First().File.IsArchive)
            {
                singles.Enqueue(SingleAsync(file, cancellationToken));
                if (singles.Count < ReadAhead)
                {
                    continue;
                }
            }

            while (singles.Count > (file.First().File.IsArchive ? 0 : ReadAhead - 1))
            {
                foreach (var read in await singles.Dequeue())
                {
                    yield return read;
                }
            }

            if (file.First().File.IsArchive)
            {
                await foreach (var read in EntriesAsync(file, cancellationToken))
                {
                    yield return read;
                }
            }
        }

        while (singles.Count > 0)
        {
            foreach (var read in await singles.Dequeue())
            {
                yield return read;
            }
        }
    }

    private async Task<List<(ClaimedInvoice, ReadOnlyMemory<byte>)>> SingleAsync(IEnumerable<ClaimedInvoice> file, CancellationToken cancellationToken) =>
        await EntriesAsync(file, cancellationToken).ToListAsync(cancellationToken);

    private async IAsyncEnumerable<(ClaimedInvoice, ReadOnlyMemory<byte>)> EntriesAsync(
        IEnumerable<ClaimedInvoice> file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chosen = file.ToDictionary(invoice => invoice.Ordinal);
        await using var source = await sources.OpenAsync(chosen.Values.First().File, cancellationToken);
        await foreach (var invoice in source.ReadAsync(cancellationToken))
        {
            if (chosen.TryGetValue(invoice.Ordinal, out var claimed))
            {
                yield return (claimed, invoice.Content);
            }
        }
    }
}
