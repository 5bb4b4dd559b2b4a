using System.Globalization;

namespace LocalHost.Triggers.Timers;

/// <summary>One field of a CRON expression: which values it lets through.</summary>
internal sealed class CronField
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly SortedSet<int> _values;

    private CronField(SortedSet<int> values, bool isEvery)
    {
        _values = values;
        IsEvery = isEvery;
    }

    /// <summary>Whether the field is <c>*</c>, which restricts nothing.</summary>
    public bool IsEvery { get; }

    public static CronField Parse(string text, CronPart part)
    {
        var values = new SortedSet<int>();
        foreach (string item in text.Split(','))
        {
            string[] stepped = item.Split('/');
            (int first, int last) = Range(stepped[0], part);
            int step = stepped.Length switch
            {
                1 => 1,
                2 when int.TryParse(stepped[1], CultureInfo.InvariantCulture, out int parsed) && parsed > 0 => parsed,
                _ => throw new FormatException($"'{item}' has no valid step."),
            };
            last = stepped.Length == 2 && first == last && stepped[0] != "*" ? part.Highest : last;
            for (int value = first; value <= last; value += step)
            {
                values.Add(part.Kind == CronKind.DayOfWeek ? value % 7 : value);
            }
        }

        return new CronField(values, text == "*");
    }

    public bool Contains(int value) => _values.Contains(value);

    private static (int First, int Last) Range(string text, CronPart part)
    {
        if (text == "*")
        {
            return (part.Lowest, part.Kind == CronKind.DayOfWeek ? 6 : part.Highest);
        }

        int[] ends = [.. text.Split('-').Select(end => Value(end, part))];
        return ends switch
        {
            [var only] => (only, only),
            [var first, var last] when first <= last => (first, last),
            _ => throw new FormatException($"'{text}' is no range."),
        };
    }

    private static int Value(string text, CronPart part)
    {
        string[] names = part.Kind switch { CronKind.Month => Months, CronKind.DayOfWeek => Days, _ => [] };
        int named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        int value = named >= 0
            ? named + part.Lowest
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
        return value >= part.Lowest && value <= part.Highest
            ? value
            : throw new FormatException($"'{text}' is no value between {part.Lowest} and {part.Highest}.");
    }
}
