using Ksef.Invoices;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Index;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Sources;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Validation;

/// <summary>
/// Recognises an invoice that a company exports once more in a file with other bytes: by seller, type and number, and then by what it says. The same
/// invoice is the one that was made first, byte for byte, so that KSeF and the ledger know it again whatever happens.
/// </summary>
public sealed class SentBefore(InvoiceSearch search, LedgerStore ledger, SourceFiles sources, IOptions<KsefFunctionsOptions> options)
{
    private const int MostDifferences = 5;
    private const int LongestValue = 60;

    // What was refused may be made better this time.
    private static readonly HashSet<InvoiceStatus> OnTheWay = [InvoiceStatus.OnItsWay, InvoiceStatus.AwaitingApproval, InvoiceStatus.Stopped];

    /// <summary>What is known of invoices that were made just now.</summary>
    /// <param name="fileId">Their file.</param>
    /// <param name="nip">The company.</param>
    /// <param name="made">The invoices.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>By ordinal; those of which nothing is known are not among them.</returns>
    internal async Task<IReadOnlyDictionary<int, EarlierInvoice>> FindAsync(string fileId, string nip, IReadOnlyList<MadeInvoice> made, CancellationToken cancellationToken)
    {
        var known = (await search.WithNumbersAsync(nip, [.. made.Select(invoice => invoice.Number)], cancellationToken))
            .Where(invoice => invoice.FileId != fileId && (invoice.Status == InvoiceStatus.Accepted || OnTheWay.Contains(invoice.Status)))
            .ToLookup(invoice => (invoice.Number!, invoice.InvoiceType));
        var earlier = made
            .Select(invoice => (Made: invoice, Known: known[(invoice.Number, invoice.Type)].OrderByDescending(other => other.Status == InvoiceStatus.Accepted).FirstOrDefault()))
            .Where(pair => pair.Known is not null)
            .GroupBy(pair => pair.Known!.LedgerName, StringComparer.Ordinal);
        var found = new Dictionary<int, EarlierInvoice>();
        foreach (var file in earlier)
        {
            var pairs = file.ToLookup(pair => pair.Known!.Ordinal, pair => pair.Made);
            var record = await ledger.GetByNameAsync(file.Key, cancellationToken);
            await using var source = await sources.OpenAsync(FileReference.Of(record, FlowSettings.Of(options.Value)), cancellationToken);
            await foreach (var original in source.ReadAsync(cancellationToken))
            {
                foreach (var invoice in pairs[original.Ordinal])
                {
                    found[invoice.Ordinal] = Compare(invoice, record, original);
                }
            }
        }

        return found;
    }

    private static EarlierInvoice Compare(MadeInvoice made, FileRecord file, SourceInvoice original)
    {
        var row = file.Invoices.Single(known => known.Ordinal == original.Ordinal);
        var differences = InvoiceComparison.Compare(original.Content, made.Xml);
        var isSent = row is { Outcome: InvoiceOutcome.Accepted, KsefNumber: not null };
        return (differences.Count, isSent) switch
        {
            (0, true) => new EarlierInvoice(original.Content) { Sent = new SentInvoice(row.KsefNumber!, row.AcquisitionDate, row.InvoicingMode, row.SessionReferenceNumber) },
            (0, false) => new EarlierInvoice(original.Content),
            (_, true) => new EarlierInvoice(made.Xml) { Refusal = InvoiceErrors.SentOtherwise.Record(file.Paths[0], row.KsefNumber!, Told(differences)) },

            // Which of the two KSeF takes is not known yet.
            _ => new EarlierInvoice(made.Xml),
        };
    }

    private static string Told(IReadOnlyList<InvoiceDifference> differences) => string.Join(
        "; ",
        differences.Take(MostDifferences).Select(difference => $"{difference.Path}: {Cut(difference.Before)} → {Cut(difference.After)}")
            .Concat(differences.Count > MostDifferences ? [$"+{differences.Count - MostDifferences}"] : []));

    private static string Cut(string? value) => value switch
    {
        null => "–",
        { Length: > LongestValue } => $"{value[..LongestValue]}…",
        _ => value,
    };
}

/// <summary>An invoice that was made of a company's data just now.</summary>
/// <param name="Ordinal">Position in the data, from 1.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">RodzajFaktury.</param>
/// <param name="Xml">The invoice.</param>
internal sealed record MadeInvoice(int Ordinal, string Number, string? Type, ReadOnlyMemory<byte> Xml);

/// <summary>What an earlier file says of an invoice.</summary>
/// <param name="Content">The invoice that counts.</param>
internal sealed record EarlierInvoice(ReadOnlyMemory<byte> Content)
{
    /// <summary>What KSeF gave it; null where it has not.</summary>
    public SentInvoice? Sent { get; init; }

    /// <summary>Why the one that was made now must not go out; null where it may.</summary>
    public RecordedError? Refusal { get; init; }
}
