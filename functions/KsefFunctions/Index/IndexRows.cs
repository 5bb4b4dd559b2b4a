using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>The rows of an invoice: itself, and one for each way in which it is found.</summary>
internal static class IndexRows
{
    /// <summary>Schema of nearly all invoices: they have no rows for it, since whoever looks for it finds it nearly everywhere.</summary>
    public const string UsualSchema = "FA(3)";

    private const string CompaniesPartition = "companies";

    /// <summary>The companies of which there are invoices; the key of each row is a NIP.</summary>
    public static KeyRange Companies { get; } = new(CompaniesPartition, string.Empty) { To = ":" };

    /// <summary>All rows, each with its partition and its key.</summary>
    public static IEnumerable<TableEntity> Of(IndexedInvoice invoice)
    {
        var key = IndexKeys.Of(invoice);
        yield return IndexedInvoiceRow.Write(invoice, invoice.ContextNip, IndexKeys.Row(IndexKind.Invoice, value: null, key));
        foreach (var (kind, value) in ValuesOf(invoice))
        {
            yield return new TableEntity(invoice.ContextNip, IndexKeys.Row(kind, value, key));
        }
    }

    /// <summary>
    /// Rows that lead from words to a buyer and to a file, and the company's. Many invoices share them: they are written again without harm, and never removed, since what
    /// they lead to tells whether there is anything.
    /// </summary>
    public static IEnumerable<TableEntity> WordsOf(IndexedInvoice invoice)
    {
        yield return new TableEntity(CompaniesPartition, invoice.ContextNip);
        if (IndexKeys.OfBuyer(invoice) is { } buyer && invoice.BuyerName is { } name)
        {
            foreach (var word in IndexWords.OfName(name))
            {
                yield return new TableEntity(invoice.ContextNip, IndexKeys.Row(IndexKind.BuyerWord, word, buyer));
            }
        }

        foreach (var word in IndexWords.OfPath(invoice.Path))
        {
            yield return new TableEntity(invoice.ContextNip, IndexKeys.Row(IndexKind.FileWord, word, IndexKeys.OfFile(invoice)));
        }
    }

    /// <summary>Whether other invoices have the row, too.</summary>
    public static bool IsShared(ITableEntity row) => row.PartitionKey == CompaniesPartition
        || row.RowKey.StartsWith(IndexKeys.Start(IndexKind.BuyerWord), StringComparison.Ordinal)
        || row.RowKey.StartsWith(IndexKeys.Start(IndexKind.FileWord), StringComparison.Ordinal);

    private static IEnumerable<(IndexKind Kind, string Value)> ValuesOf(IndexedInvoice invoice)
    {
        yield return (IndexKind.Status, IndexKeys.Of(invoice.Status));
        if (invoice.Schema is { } schema && schema != UsualSchema)
        {
            yield return (IndexKind.Schema, IndexKeys.Of(schema));
        }

        if (invoice.SessionReferenceNumber is { } session)
        {
            yield return (IndexKind.Session, IndexKeys.Of(session));
        }

        if (invoice.Number is { } number)
        {
            yield return (IndexKind.Number, IndexKeys.Of(number));
        }

        if (invoice.KsefNumber is { } ksefNumber)
        {
            yield return (IndexKind.KsefNumber, IndexKeys.Of(ksefNumber));
        }

        if (IndexKeys.OfBuyer(invoice) is { } buyer)
        {
            yield return (IndexKind.Buyer, buyer);
        }

        if (invoice.SellerNip is { } seller && seller != invoice.ContextNip)
        {
            yield return (IndexKind.Seller, IndexKeys.Of(seller));
        }

        if (invoice.TotalGross is { } amount)
        {
            yield return (IndexKind.Amount, IndexKeys.Of(amount));
        }

        if (invoice.IssueDate is { } date)
        {
            yield return (IndexKind.IssueDate, IndexKeys.Of(date));
        }
    }
}
