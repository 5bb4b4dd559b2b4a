using System.Globalization;

namespace Ksef.Invoices;

/// <summary>Many places in one sentence.</summary>
internal static class Places
{
    /// <summary>Longer lists nobody reads; the number of places is told anyway.</summary>
    private const int RangesToList = 20;

    /// <summary>The sentence that follows what was found first.</summary>
    /// <param name="count">In how many further places it was found.</param>
    /// <param name="invoiceLines">Those among them that are in lines of the invoice.</param>
    /// <param name="fileLines">The lines of the file for the others.</param>
    public static Words Others(int count, IReadOnlyList<InvoiceLineNumber> invoiceLines, IReadOnlyList<int> fileLines)
    {
        var number = count.ToString(CultureInfo.InvariantCulture);
        if (invoiceLines is [var first, ..])
        {
            var ranks = Ranges(invoiceLines.Select(line => line.Rank));
            var numbers = Numbers([.. invoiceLines.OrderBy(line => line.Rank).Select(line => line.Number).OfType<string>()]);
            var list = numbers.Length == 0 ? ranks : $"{ranks} ({first.Field}: {numbers})";
            return new Words($" Tak samo w {number} dalszych pozycjach: {list}.", $" The same in {number} other invoice lines: {list}.");
        }

        var lines = Ranges(fileLines);
        return lines.Length == 0
            ? new Words($" Tak samo w {number} dalszych miejscach.", $" The same in {number} other places.")
            : new Words($" Tak samo w {number} dalszych miejscach (wiersze pliku: {lines}).", $" The same in {number} other places (lines of the file: {lines}).");
    }

    private static string Numbers(IReadOnlyList<string> numbers)
    {
        var parsed = numbers.Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null).ToList();
        return parsed.Contains(null)
            ? string.Join(", ", numbers.Distinct().Take(RangesToList)) + (numbers.Count > RangesToList ? ", …" : string.Empty)
            : Ranges(parsed.Select(number => number!.Value));
    }

    /// <summary>Numbers in ascending order, neighbours joined: <c>2–5, 9</c>.</summary>
    private static string Ranges(IEnumerable<int> numbers)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var number in numbers.Distinct().Order())
        {
            if (ranges is [.., var last] && last.To == number - 1)
            {
                ranges[^1] = (last.From, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        var listed = ranges.Take(RangesToList).Select(range => range.To == range.From ? Text(range.From) : range.To == range.From + 1 ? $"{Text(range.From)}, {Text(range.To)}" : $"{Text(range.From)}–{Text(range.To)}");
        return string.Join(", ", listed) + (ranges.Count > RangesToList ? ", …" : string.Empty);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
