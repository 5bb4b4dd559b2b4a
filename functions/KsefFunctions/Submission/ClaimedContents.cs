using System.Runtime.CompilerServices;
using KsefFunctions.Files;
using KsefFunctions.Sources;

namespace KsefFunctions.Submission;

/// <summary>Reads the claimed invoices from the archive: packages entry by entry, single files some at once.</summary>
public sealed class ClaimedContents(SourceFiles sources)
{
    private const int AtOnce = 16;

    /// <summary>
    /// The invoices, each once: bytes that stand in two files of the consignment are sent once, and the answer is for both.
    /// </summary>
    public async IAsyncEnumerable<(ClaimedInvoice Invoice, ReadOnlyMemory<byte> Content)> ReadAsync(
        IReadOnlyList<ClaimedInvoice> invoices, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = invoices.DistinctBy(invoice => invoice.Hash).GroupBy(invoice => invoice.File).ToList();
        foreach (var package in files.Where(file => IsPackage(file.Key)))
        {
            await foreach (var read in EntriesAsync(package, cancellationToken))
            {
                yield return read;
            }
        }

        foreach (var together in files.Where(file => !IsPackage(file.Key)).Chunk(AtOnce))
        {
            foreach (var read in await Task.WhenAll(together.Select(file => EntriesAsync(file, cancellationToken).SingleAsync(cancellationToken).AsTask())))
            {
                yield return read;
            }
        }
    }

    private static bool IsPackage(FileReference file) => file.IsArchive || file.IsMapped;

    private async IAsyncEnumerable<(ClaimedInvoice, ReadOnlyMemory<byte>)> EntriesAsync(
        IGrouping<FileReference, ClaimedInvoice> file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chosen = file.ToDictionary(invoice => invoice.Ordinal);
        await using var source = await sources.OpenAsync(file.Key, cancellationToken);
        await foreach (var invoice in source.ReadAsync(cancellationToken))
        {
            if (chosen.TryGetValue(invoice.Ordinal, out var claimed))
            {
                yield return (claimed, invoice.Content);
            }
        }
    }
}
