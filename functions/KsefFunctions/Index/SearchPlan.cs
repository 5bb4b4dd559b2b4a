namespace KsefFunctions.Index;

/// <summary>The ranges of the table in which the invoices lie that are looked for, and what orders them.</summary>
/// <param name="Ranges">The ranges.</param>
/// <param name="NewestFirst">True where each range is in the order of invoices, newest first; false where the value that is looked for orders them.</param>
internal sealed record SearchPlan(IReadOnlyList<KeyRange> Ranges, bool NewestFirst)
{
    /// <summary>Whether there are more buyers or files of that name than are looked into.</summary>
    public bool IsCut { get; init; }

    // More names than a person means.
    private const int MostBuyers = 25;
    private const int MostFiles = 200;

    /// <summary>Plans a search: by what is likely to find the fewest.</summary>
    public static async Task<SearchPlan> OfAsync(InvoiceFilter filter, IReadOnlyList<string> companies, IndexReader reader, CancellationToken cancellationToken) => filter switch
    {
        { KsefNumber: { } number } => ByValue(companies, nip => KeyRange.Prefix(nip, IndexKind.KsefNumber, IndexKeys.Of(number))),
        { Number: { } number } => ByValue(companies, nip => KeyRange.Prefix(nip, IndexKind.Number, IndexKeys.Of(number))),
        { Session: { } session } => ByTime(filter, companies, nip => KeyRange.Of(nip, IndexKind.Session, IndexKeys.Of(session))),
        { AmountFrom: { } from, AmountTo: { } to } when from == to => ByTime(filter, companies, nip => KeyRange.Of(nip, IndexKind.Amount, IndexKeys.Of(from))),
        { BuyerNip: { } buyer } => ByTime(filter, companies, nip => KeyRange.Of(nip, IndexKind.Buyer, IndexKeys.Of(buyer))),
        { SellerNip: { } seller } => ByTime(filter, companies, nip => seller == nip ? KeyRange.Of(nip, IndexKind.Invoice) : KeyRange.Of(nip, IndexKind.Seller, IndexKeys.Of(seller))),
        { File: { } file } => await FilesAsync(file, companies, reader, cancellationToken),
        { BuyerName: { } name } => await BuyersAsync(filter, name, companies, reader, cancellationToken),
        { AmountFrom: not null } or { AmountTo: not null } => ByValue(companies, nip => KeyRange.Of(nip, IndexKind.Amount) with
        {
            From = filter.AmountFrom is { } from ? IndexKeys.Of(from) : string.Empty,
            To = filter.AmountTo is { } to ? IndexKeys.Behind(IndexKeys.Of(to)) : null,
        }),
        { IssuedFrom: not null } or { IssuedTo: not null } => ByValue(companies, nip => KeyRange.Of(nip, IndexKind.IssueDate) with
        {
            From = filter.IssuedTo is { } to ? IndexKeys.Of(to) : string.Empty,
            To = filter.IssuedFrom is { } from ? IndexKeys.Behind(IndexKeys.Of(from)) : null,
        }),
        { Status: { } status } => ByTime(filter, companies, nip => KeyRange.Of(nip, IndexKind.Status, IndexKeys.Of(status))),
        { Schema: { } schema } when IndexKeys.Of(schema) != IndexRows.UsualSchema => ByTime(filter, companies, nip => KeyRange.Of(nip, IndexKind.Schema, IndexKeys.Of(schema))),
        _ => ByTime(filter, companies, nip => KeyRange.Of(nip, IndexKind.Invoice)),
    };

    private static SearchPlan ByTime(InvoiceFilter filter, IReadOnlyList<string> companies, Func<string, KeyRange> rangeOf) =>
        new([.. companies.Select(nip => rangeOf(nip).Received(filter.ReceivedFrom, filter.ReceivedTo))], NewestFirst: true);

    private static SearchPlan ByValue(IReadOnlyList<string> companies, Func<string, KeyRange> rangeOf) => new([.. companies.Select(rangeOf)], NewestFirst: false);

    private static async Task<SearchPlan> BuyersAsync(
        InvoiceFilter filter, string name, IReadOnlyList<string> companies, IndexReader reader, CancellationToken cancellationToken)
    {
        // A word that many names have tells little: then the next one is tried.
        Led buyers = new([], IsCut: false);
        foreach (var word in IndexWords.OfName(name).OrderByDescending(part => part.Length))
        {
            var found = await LedToAsync(IndexKind.BuyerWord, word, MostBuyers, companies, reader, cancellationToken);
            buyers = buyers.To.Count == 0 || found.To.Count < buyers.To.Count ? found : buyers;
            if (!found.IsCut)
            {
                break;
            }
        }

        return new SearchPlan([.. buyers.To.Select(buyer => KeyRange.Of(buyer.Nip, IndexKind.Buyer, buyer.Value).Received(filter.ReceivedFrom, filter.ReceivedTo))], NewestFirst: true)
        {
            IsCut = buyers.IsCut,
        };
    }

    private static async Task<SearchPlan> FilesAsync(string file, IReadOnlyList<string> companies, IndexReader reader, CancellationToken cancellationToken)
    {
        var files = await LedToAsync(IndexKind.FileWord, IndexWords.Sought(file), MostFiles, companies, reader, cancellationToken);
        return new SearchPlan([.. files.To.Select(found => KeyRange.Prefix(found.Nip, IndexKind.Invoice, found.Value))], NewestFirst: true) { IsCut = files.IsCut };
    }

    private static async Task<Led> LedToAsync(
        IndexKind kind, string word, int most, IReadOnlyList<string> companies, IndexReader reader, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(companies.Select(async nip => await reader
            .ReadAsync(KeyRange.Prefix(nip, kind, word), most, cancellationToken)
            .Take(most)
            .Select(row => (nip, IndexKeys.InvoiceOf(row.RowKey)))
            .ToListAsync(cancellationToken)));
        return new Led([.. found.SelectMany(rows => rows).Distinct()], IsCut: found.Any(rows => rows.Count == most));
    }

    private sealed record Led(IReadOnlyList<(string Nip, string Value)> To, bool IsCut);
}
