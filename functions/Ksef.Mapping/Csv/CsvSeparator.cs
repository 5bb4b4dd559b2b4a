using System.Text;
using Ksef.Mapping.Tables;

namespace Ksef.Mapping.Csv;

/// <summary>Tells the sign between the columns: the one by which a row of known headings comes about, for counting signs mistakes decimal commas for columns.</summary>
internal static class CsvSeparator
{
    /// <summary>In the order in which they win a tie.</summary>
    private static readonly char[] Candidates = [';', '\t', ',', '|'];

    public static async ValueTask<char> DetectAsync(TextReader text, DataMapping mapping, CancellationToken cancellationToken)
    {
        var names = new FieldNames(mapping);
        var best = (Sign: ';', Known: 0, Count: 0);
        for (var row = 1; row <= HeaderSearch.LastRow(mapping) && await text.ReadLineAsync(cancellationToken) is { } line; row++)
        {
            if (OfHint(line) is { } hinted)
            {
                return hinted;
            }

            foreach (var sign in Candidates)
            {
                var headings = Split(line, sign);
                var known = headings.Count(heading => names.TryFind(heading, out _));
                if (known > best.Known || (known == best.Known && best.Known == 0 && headings.Count > best.Count))
                {
                    best = (sign, known, headings.Count);
                }
            }
        }

        return best.Sign;
    }

    /// <summary>The line by which Excel is told the sign.</summary>
    public static char? OfHint(string line) => line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.TrimEnd().Length == 5 ? line[4] : null;

    private static List<string> Split(string line, char sign)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var character in line)
        {
            isQuoted ^= character == '"';
            if (character == sign && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (character != '"')
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
