using Azure;
using Azure.Data.Tables;
using KsefFunctions.Files;

namespace KsefFunctions.Index;

/// <summary>What a change of a file changes in the index.</summary>
internal static class IndexChanges
{
    private const int KeysOnly = 2;

    /// <summary>Rows to be written and to be removed, words too; those of invoices that stay as they are, are not among them.</summary>
    /// <param name="before">The file as the index has it; null where that is not known, and all is to be written.</param>
    /// <param name="after">The file as it is to be found.</param>
    public static IEnumerable<TableTransactionAction> Between(FileRecord? before, FileRecord after) => Of(before is null ? [] : InvoicesOf(before), after, all: false);

    /// <summary>All rows of a file, and removals of those that the table has and should not.</summary>
    /// <param name="known">Invoices of the file that the table has.</param>
    /// <param name="file">The file.</param>
    public static IEnumerable<TableTransactionAction> Anew(IEnumerable<IndexedInvoice> known, FileRecord file) => Of(known, file, all: true);

    /// <summary>The invoices of a file; the second copy of one in a package is no invoice of its own.</summary>
    public static IEnumerable<IndexedInvoice> InvoicesOf(FileRecord file) => file.Invoices.Where(row => !row.IsCopy).Select(row => IndexedInvoice.Of(file, row));

    // One invoice after the other: of ten thousand there are a hundred thousand rows.
    private static IEnumerable<TableTransactionAction> Of(IEnumerable<IndexedInvoice> known, FileRecord file, bool all)
    {
        var earlier = known.ToDictionary(invoice => invoice.Ordinal);
        foreach (var invoice in InvoicesOf(file))
        {
            earlier.Remove(invoice.Ordinal, out var before);
            if (all || before != invoice)
            {
                foreach (var change in Of(before, invoice, all))
                {
                    yield return change;
                }
            }
        }

        foreach (var change in earlier.Values.SelectMany(IndexRows.Of).Select(Removal))
        {
            yield return change;
        }
    }

    private static IEnumerable<TableTransactionAction> Of(IndexedInvoice? before, IndexedInvoice after, bool all)
    {
        var wanted = IndexRows.Of(after).ToList();
        var known = before is null ? [] : IndexRows.Of(before).Select(row => (row.PartitionKey, row.RowKey)).ToHashSet();
        foreach (var row in wanted)
        {
            // A row that leads to the invoice says nothing but that.
            if (!known.Remove((row.PartitionKey, row.RowKey)) || all || row.Count > KeysOnly)
            {
                yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
            }
        }

        foreach (var (partition, key) in known)
        {
            yield return Removal(new TableEntity(partition, key));
        }

        foreach (var word in IndexRows.WordsOf(after))
        {
            yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, word);
        }
    }

    private static TableTransactionAction Removal(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);
}
