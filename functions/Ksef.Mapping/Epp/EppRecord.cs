using System.Diagnostics.CodeAnalysis;

namespace Ksef.Mapping.Epp;

/// <summary>The fields of one line. Positions count from 1, as in the description of the format.</summary>
internal sealed class EppRecord
{
    private readonly List<string> _fields;

    private EppRecord(int line, List<string> fields)
    {
        Line = line;
        _fields = fields;
    }

    /// <summary>Number of the line, from 1.</summary>
    public int Line { get; }

    /// <summary>How many fields there are.</summary>
    public int Count => _fields.Count;

    /// <summary>The text of a field, without its quotation marks and without blanks around it; empty when the field is, or when there is none at this position.</summary>
    public string this[int position] => position <= _fields.Count ? _fields[position - 1] : string.Empty;

    /// <summary>Splits a line into its fields.</summary>
    /// <param name="text">The line.</param>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="before">An earlier record of the kind: records repeat one another, and a text that stood there already is not made again.</param>
    /// <param name="record">The record.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>Whether the line can be split in one way only.</returns>
    public static bool TryRead(
        ReadOnlySpan<char> text, int line, EppRecord? before, [NotNullWhen(true)] out EppRecord? record, [NotNullWhen(false)] out EppRecordFault? fault)
    {
        var fields = new List<string>(text.Count(',') + 1);
        var rest = text;
        fault = ContainsControl(rest) ? EppRecordFault.Control : null;
        for (var more = fault is null; more && fault is null;)
        {
            rest = rest.TrimStart();
            more = rest is ['"', ..] ? TakeQuoted(ref rest, fields, before, out fault) : TakeBare(ref rest, fields, before, out fault);
        }

        record = fault is null ? new EppRecord(line, fields) : null;
        return fault is null;
    }

    private static bool ContainsControl(ReadOnlySpan<char> text)
    {
        // The C1 controls (U+0080 to U+009F) are what bytes without a letter in a Windows code page are decoded to.
        foreach (var character in text)
        {
            if (char.IsControl(character) && character != '\t')
            {
                return true;
            }
        }

        return false;
    }

    private static bool TakeBare(ref ReadOnlySpan<char> rest, List<string> fields, EppRecord? before, out EppRecordFault? fault)
    {
        var end = rest.IndexOf(',');
        var field = end < 0 ? rest : rest[..end];
        fault = field.Contains('"') ? EppRecordFault.StrayQuote(fields.Count + 1) : null;
        fields.Add(TextOf(field.Trim(), fields.Count + 1, before));
        rest = end < 0 ? [] : rest[(end + 1)..];
        return end >= 0;
    }

    private static bool TakeQuoted(ref ReadOnlySpan<char> rest, List<string> fields, EppRecord? before, out EppRecordFault? fault)
    {
        fault = null;
        var position = fields.Count + 1;
        var doubled = false;
        var end = 1;
        while (true)
        {
            var mark = rest[end..].IndexOf('"');
            if (mark < 0)
            {
                fault = EppRecordFault.Unclosed(position);
                return false;
            }

            end += mark + 1;
            if (end >= rest.Length || rest[end] != '"')
            {
                break;
            }

            doubled = true;
            end++;
        }

        var field = rest[1..(end - 1)].Trim();
        fields.Add(doubled ? field.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : TextOf(field, position, before));
        rest = rest[end..].TrimStart();
        if (rest is [])
        {
            return false;
        }

        fault = rest[0] == ',' ? null : EppRecordFault.AfterQuote(position);
        rest = rest[1..];
        return true;
    }

    private static string TextOf(ReadOnlySpan<char> field, int position, EppRecord? before) =>
        before?[position] is { } earlier && field.SequenceEqual(earlier) ? earlier : field.ToString();
}
