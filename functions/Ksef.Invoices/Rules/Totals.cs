using System.Globalization;
using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>Compares stated amounts with computed ones.</summary>
internal static class Totals
{
    /// <summary>Each line may be rounded by up to a grosz in another way than the total is.</summary>
    public static decimal Tolerance(int lines) => 0.01m * Math.Max(1, lines);

    public static void Compare(InvoiceUnderCheck invoice, FindingDefinition definition, FieldValue stated, decimal? computed, decimal tolerance)
    {
        if (stated.Amount is { } amount && computed is { } expected && Math.Abs(amount - expected) > tolerance)
        {
            invoice.Findings.Add(definition.At(
                stated.Location,
                ("field", Structure.FieldNames.Describe(stated.Name)),
                ("stated", Money(amount)),
                ("computed", Money(Math.Round(expected, 2, MidpointRounding.AwayFromZero)))));
        }
    }

    public static string Money(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
