using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>The amounts of one line, as far as it gives them.</summary>
/// <param name="Rank">Its rank in the invoice, from 1.</param>
/// <param name="Number">The number that the invoice gives it (NrWierszaFa).</param>
/// <param name="Quantity">Quantity (P_8B).</param>
/// <param name="Price">Unit price, net (P_9A) or gross (P_9B).</param>
/// <param name="HasDiscount">Whether a discount (P_10) stands between them and its value.</param>
/// <param name="Net">Net value (P_11).</param>
/// <param name="Gross">Gross value (P_11A), where the invoice reckons from gross prices.</param>
/// <param name="Tax">Tax of the line (P_11Vat), where given.</param>
/// <param name="Rate">VAT rate (P_12).</param>
/// <param name="HasSpecialRate">Whether it has an OSS rate (P_12_XII) instead.</param>
/// <param name="Sign">-1 for the state before a correction, else 1.</param>
internal readonly record struct InvoiceLine(
    int Rank, string? Number, decimal? Quantity, decimal? Price, bool HasDiscount, decimal? Net, decimal? Gross, decimal? Tax, string? Rate, bool HasSpecialRate, int Sign)
{
    /// <summary>Whether this is the state before a correction (StanPrzed).</summary>
    public bool IsBeforeCorrection => Sign < 0;

    /// <summary>The lines of an invoice, in its order.</summary>
    public static InvoiceLine[] All(InvoiceFields fields)
    {
        var lines = new InvoiceLine[fields.All(Field.Line).Count];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = new InvoiceLine { Rank = index + 1, Sign = 1 };
        }

        Put(Field.LineNumber, (line, value) => line with { Number = value.Text });
        Put(Field.LineQuantity, (line, value) => line with { Quantity = value.Amount });
        Put(Field.LineGrossPrice, (line, value) => line with { Price = value.Amount });
        Put(Field.LineNetPrice, (line, value) => line with { Price = value.Amount });
        Put(Field.LineDiscount, (line, _) => line with { HasDiscount = true });
        Put(Field.LineNet, (line, value) => line with { Net = value.Amount });
        Put(Field.LineGross, (line, value) => line with { Gross = value.Amount });
        Put(Field.LineTax, (line, value) => line with { Tax = value.Amount });
        Put(Field.LineRate, (line, value) => line with { Rate = value.Text });
        Put(Field.LineSpecialRate, (line, _) => line with { HasSpecialRate = true });
        Put(Field.LineBeforeCorrection, (line, _) => line with { Sign = -1 });
        return lines;

        void Put(Field field, Func<InvoiceLine, FieldValue, InvoiceLine> change)
        {
            foreach (var value in fields.All(field))
            {
                lines[value.Occurrence - 1] = change(lines[value.Occurrence - 1], value);
            }
        }
    }
}
