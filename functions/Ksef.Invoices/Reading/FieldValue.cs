using System.Globalization;

namespace Ksef.Invoices.Reading;

/// <summary>A field as it stands in a file.</summary>
/// <param name="Node">Which element it is.</param>
/// <param name="Text">Its text without surrounding white space; empty for elements that hold others.</param>
/// <param name="Occurrence">Which of the repeated elements it belongs to, from 1; 0 outside of any.</param>
/// <param name="Line">Line of its start tag.</param>
/// <param name="Column">Column of its start tag.</param>
internal readonly record struct FieldValue(FieldNode Node, string Text, int Occurrence, int Line, int Column)
{
    private const int AmountLength = 20;

    public string Name => Node.Name;

    public Location Location => new(Node.PathOf(Occurrence), Line, Column);

    /// <summary>The amount, if it is one that the schemas allow: at most 18 digits, so that sums of them cannot overflow.</summary>
    public decimal? Amount =>
        Text.Length <= AmountLength && decimal.TryParse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>The date; a time zone behind it, which UBL allows, does not move it.</summary>
    public DateOnly? Date =>
        DateOnly.TryParseExact(Text.Length is 11 or 16 ? Text[..10] : Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
