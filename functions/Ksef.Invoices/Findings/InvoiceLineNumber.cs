using System.Globalization;

namespace Ksef.Invoices;

/// <summary>Which line of an invoice something was found in.</summary>
/// <param name="Rank">The line's rank in the invoice, from 1.</param>
/// <param name="Field">Name of the field in which the invoice numbers its lines, such as <c>NrWierszaFa</c>.</param>
/// <param name="Number">The number the invoice gives it there; none when it has none.</param>
internal sealed record InvoiceLineNumber(int Rank, string Field, string? Number)
{
    /// <summary>A field with the line it stands in, or the line with its number.</summary>
    public Words Beside(Words field, bool isLineItself)
    {
        var number = Rank.ToString(CultureInfo.InvariantCulture) + (Number is null ? string.Empty : $" ({Field} {Number})");
        return isLineItself
            ? new Words($"{field.Pl} nr {number}", $"{field.En} {number}")
            : new Words($"{field.Pl} w pozycji {number}", $"{field.En} in invoice line {number}");
    }
}
