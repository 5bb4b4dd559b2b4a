using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>Reads several ranges as one, in the order of a search.</summary>
internal sealed class MergedRanges(SearchPlan plan, SearchPosition? position, IndexReader reader, int wanted)
{
    public async IAsyncEnumerable<(string Nip, TableEntity Row)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // As many as each would give if all gave the same; who gives more is asked for more and more.
        var page = Math.Max(1, wanted / Math.Max(plan.Ranges.Count, 1));
        var open = plan.Ranges
            .Select(range => (Nip: range.Partition, Rows: reader.ReadAsync(position?.Rest(range, plan) ?? range, page, cancellationToken).GetAsyncEnumerator(cancellationToken)))
            .ToList();
        try
        {
            var heads = new PriorityQueue<int, (string Order, string Nip)>(ByOrder.Instance);
            var begun = await Task.WhenAll(open.Select(async range => await range.Rows.MoveNextAsync()));
            for (var index = 0; index < open.Count; index++)
            {
                Enqueue(index, begun[index]);
            }

            while (heads.TryDequeue(out var next, out _))
            {
                yield return (open[next].Nip, open[next].Rows.Current);
                Enqueue(next, await open[next].Rows.MoveNextAsync());
            }

            void Enqueue(int index, bool hasRow)
            {
                if (hasRow)
                {
                    heads.Enqueue(index, (SearchPosition.OrderOf(open[index].Rows.Current.RowKey, plan), open[index].Nip));
                }
            }
        }
        finally
        {
            foreach (var (_, rows) in open)
            {
                await rows.DisposeAsync();
            }
        }
    }

    private sealed class ByOrder : IComparer<(string Order, string Nip)>
    {
        public static readonly ByOrder Instance = new();

        public int Compare((string Order, string Nip) x, (string Order, string Nip) y) =>
            string.CompareOrdinal(x.Order, y.Order) is var order and not 0 ? order : string.CompareOrdinal(x.Nip, y.Nip);
    }
}
