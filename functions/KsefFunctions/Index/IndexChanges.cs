using Azure;
using Azure.Data.Tables;
using KsefFunctions.Files;

namespace KsefFunctions.Index;

/// <summary>What a change of a file changes in the index.</summary>
internal static class IndexChanges
{
    private const int KeysOnly = 2;

    /// <summary>Rows to be written and to be removed; those of invoices that stay as they are, are not among them.</summary>
    /// <param name="before">The file as the index has it; null where that is not known, and all is to be written.</param>
    /// <param name="after">The file as it is to be found.</param>
    public static IEnumerable<TableTransactionAction> Between(FileRecord? before, FileRecord after)
    {
        var earlier = before is null ? [] : InvoicesOf(before).ToDictionary(invoice => invoice.Ordinal);
        foreach (var invoice in InvoicesOf(after))
        {
            earlier.Remove(invoice.Ordinal, out var known);
            if (known != invoice)
            {
                foreach (var change in Between(known, invoice))
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

    /// <summary>All rows of a file, and removals of those that the table has and should not.</summary>
    /// <param name="known">Invoices of the file that the table has.</param>
    /// <param name="file">The file.</param>
    public static IEnumerable<TableTransactionAction> Anew(IEnumerable<IndexedInvoice> known, FileRecord file)
    {
        var wanted = InvoicesOf(file).SelectMany(IndexRows.Of).ToList();
        var keys = wanted.Select(row => (row.PartitionKey, row.RowKey)).ToHashSet();
        return wanted.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row))
            .Concat(known.SelectMany(IndexRows.Of).Where(row => !keys.Contains((row.PartitionKey, row.RowKey))).Select(Removal));
    }

    /// <summary>The invoices of a file; the second copy of one in a package is no invoice of its own.</summary>
    public static IEnumerable<IndexedInvoice> InvoicesOf(FileRecord file) => file.Invoices.Where(row => !row.IsCopy).Select(row => IndexedInvoice.Of(file, row));

    private static IEnumerable<TableTransactionAction> Between(IndexedInvoice? before, IndexedInvoice after)
    {
        var wanted = IndexRows.Of(after).ToList();
        var known = before is null ? [] : IndexRows.Of(before).Select(row => (row.PartitionKey, row.RowKey)).ToHashSet();
        foreach (var row in wanted)
        {
            // A row that leads to the invoice says nothing but that.
            if (!known.Remove((row.PartitionKey, row.RowKey)) || row.Count > KeysOnly)
            {
                yield return new TableTransactionAction(TableTransactionActionType.UpsertReplace, row);
            }
        }

        foreach (var (partition, key) in known)
        {
            yield return Removal(new TableEntity(partition, key));
        }
    }

    private static TableTransactionAction Removal(TableEntity row) => new(TableTransactionActionType.Delete, row, ETag.All);
}
