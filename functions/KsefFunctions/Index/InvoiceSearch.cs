using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>Finds invoices: each search is a range of keys in each company, whatever it is for.</summary>
public sealed class InvoiceSearch(TableServiceClient tables)
{
    // A search that names two things reads what one of them finds; it goes on in the next request where that is much.
    private const int MostRows = 2000;

    private readonly TableClient _table = tables.GetTableClient(IndexTable.Name);

    /// <summary>One page of invoices.</summary>
    /// <param name="filter">Which are looked for.</param>
    /// <param name="size">The most that are wanted.</param>
    /// <param name="continuation">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<InvoicesFound> FindAsync(InvoiceFilter filter, int size, string? continuation, CancellationToken cancellationToken)
    {
        var reader = new IndexReader(_table);
        IReadOnlyList<string> companies = filter.ContextNip is { } only ? [only] : await CompaniesAsync(cancellationToken);
        var plan = await SearchPlan.OfAsync(filter, companies, reader, cancellationToken);
        var position = SearchPosition.Read(continuation);
        var found = new List<IndexedInvoice>(size);
        await using var rows = new MergedRanges(plan, position, reader, size).ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (found.Count < size)
        {
            var wanted = size - found.Count;
            var next = await TakeAsync(rows, wanted);
            var invoices = await reader.InvoicesAsync(next, cancellationToken);
            found.AddRange(invoices.Where(invoice => invoice is not null && filter.Matches(invoice)).Select(invoice => invoice!));
            if (next.Count < wanted)
            {
                return new InvoicesFound(found, Continuation: null) { IsCut = plan.IsCut, RowsRead = reader.RowsRead };
            }

            position = SearchPosition.Of(next[^1].Row, next[^1].Nip, plan);
            if (reader.RowsRead >= MostRows)
            {
                break;
            }
        }

        return new InvoicesFound(found, position?.ToString()) { IsCut = plan.IsCut, RowsRead = reader.RowsRead };
    }

    /// <summary>The invoices of a company that have one of these numbers, whatever became of them.</summary>
    /// <param name="nip">The company.</param>
    /// <param name="numbers">Numbers as sellers give them. Many at once cost few requests where they stand next to each other, as those of a month do.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<IReadOnlyList<IndexedInvoice>> WithNumbersAsync(string nip, IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
    {
        var reader = new IndexReader(_table);
        var rows = await new NumberLookup(reader, nip, numbers).FindAsync(cancellationToken);
        var invoices = await reader.InvoicesAsync([.. rows.Select(row => (nip, row))], cancellationToken);
        var wanted = numbers.ToHashSet(StringComparer.Ordinal);
        return [.. invoices.OfType<IndexedInvoice>().Where(invoice => invoice.Number is { } number && wanted.Contains(number))];
    }

    /// <summary>The companies of which there are invoices.</summary>
    public Task<IReadOnlyList<string>> CompaniesAsync(CancellationToken cancellationToken) => CompaniesAsync(new IndexReader(_table), cancellationToken);

    private static async Task<IReadOnlyList<string>> CompaniesAsync(IndexReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(IndexRows.Companies, MostRows, cancellationToken).Select(row => row.RowKey).ToListAsync(cancellationToken);

    private static async Task<List<(string Nip, TableEntity Row)>> TakeAsync(IAsyncEnumerator<(string Nip, TableEntity Row)> rows, int count)
    {
        var taken = new List<(string, TableEntity)>(count);
        while (taken.Count < count && await rows.MoveNextAsync())
        {
            taken.Add(rows.Current);
        }

        return taken;
    }
}

/// <summary>A page of invoices.</summary>
/// <param name="Invoices">The invoices.</param>
/// <param name="Continuation">Where the next page begins; null when there is none.</param>
public sealed record InvoicesFound(IReadOnlyList<IndexedInvoice> Invoices, string? Continuation)
{
    /// <summary>Whether there are more buyers or files of that name than were looked into: whoever misses an invoice says more of the name.</summary>
    public bool IsCut { get; init; }

    /// <summary>Rows of the table that were read for it, without those that name the companies.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int RowsRead { get; init; }
}
