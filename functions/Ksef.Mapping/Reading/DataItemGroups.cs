using System.Runtime.CompilerServices;

namespace Ksef.Mapping.Reading;

/// <summary>
/// Takes items of a file some at a time. To read an invoice, to make it and to check it are large pieces of code: where they take turns at every invoice,
/// each finds its instructions driven out of the processor's caches by the others, and all take a fifth longer.
/// </summary>
internal static class DataItemGroups
{
    private const int MostItems = 32;

    /// <summary>Large invoices do not wait for one another: what is held does not grow with them.</summary>
    private const int MostRows = 500;

    private const int BytesOfRow = 512;

    /// <summary>The items in their order, in groups of which none is empty.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<DataItem>> TogetherAsync(this IAsyncEnumerable<DataItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<DataItem> group = [];
        var rows = 0;
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            group.Add(item);
            rows += RowsOf(item);
            if (group.Count == MostItems || rows >= MostRows)
            {
                yield return group;
                group = [];
                rows = 0;
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private static int RowsOf(DataItem item) => item switch
    {
        DataInvoice invoice => invoice.Rows.Count,
        FinishedInvoice { Xml: { } xml } => xml.Length / BytesOfRow,
        _ => 0,
    };
}
