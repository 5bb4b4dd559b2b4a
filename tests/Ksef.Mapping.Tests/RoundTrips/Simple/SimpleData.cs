namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>
/// An invoice in the fields of the simple layout, before it is written in any of its forms. Values are in one form: numbers with a point, dates as yyyy-MM-dd, flags as true and false.
/// </summary>
internal sealed record SimpleData(Dictionary<SimpleField, string> Head, List<(FieldLevel Level, Dictionary<SimpleField, string> Values)> Rows)
{
    /// <summary>The rows of a table: entries of different levels stand side by side.</summary>
    public IEnumerable<Dictionary<SimpleField, string>> TableRows()
    {
        var levels = Rows.GroupBy(row => row.Level).Select(level => level.Select(row => row.Values).ToList()).ToList();
        for (var index = 0; index < Math.Max(1, levels.Select(level => level.Count).DefaultIfEmpty().Max()); index++)
        {
            var row = new Dictionary<SimpleField, string>(Head);
            foreach (var (field, value) in levels.Where(level => level.Count > index).SelectMany(level => level[index]))
            {
                row.Add(field, value);
            }

            yield return row;
        }
    }
}
