using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>
/// Looks up many numbers of a company at once: reads on where the next number is near, and begins anew at it where it is far. Thousands of new numbers
/// cost one request, as many known ones some.
/// </summary>
internal sealed class NumberLookup(IndexReader reader, string nip, IReadOnlyCollection<string> numbers)
{
    // Fewer rows than a request of its own would take as long as.
    private const int MostReadOver = 200;

    private readonly List<string> _wanted = [.. numbers.Select(number => IndexKeys.Start(IndexKind.Number, IndexKeys.Of(number))).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Rows of these numbers.</summary>
    public async Task<IReadOnlyList<TableEntity>> FindAsync(CancellationToken cancellationToken)
    {
        var found = new List<TableEntity>();
        for (var next = 0; next < _wanted.Count;)
        {
            next = await FindFromAsync(next, found, cancellationToken);
        }

        return found;
    }

    // Gives the first number that it has not looked for.
    private async Task<int> FindFromAsync(int next, List<TableEntity> found, CancellationToken cancellationToken)
    {
        var start = IndexKeys.Start(IndexKind.Number);
        var range = KeyRange.Of(nip, IndexKind.Number) with { From = _wanted[next][start.Length..], To = IndexKeys.Behind(_wanted[^1])[start.Length..] };
        var readOver = 0;
        await foreach (var row in reader.ReadAsync(range, Math.Min(MostReadOver, _wanted.Count - next + 1), cancellationToken))
        {
            while (next < _wanted.Count && !IsOf(row, _wanted[next]) && string.CompareOrdinal(_wanted[next], row.RowKey) < 0)
            {
                next++;
            }

            if (next == _wanted.Count)
            {
                return next;
            }

            if (IsOf(row, _wanted[next]))
            {
                found.Add(row);
                readOver = 0;
            }
            else if (++readOver == MostReadOver)
            {
                return next;
            }
        }

        return _wanted.Count;
    }

    private static bool IsOf(TableEntity row, string start) => row.RowKey.StartsWith(start, StringComparison.Ordinal);
}
