using System.Globalization;
using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>What a line says against itself, against the other lines or against the kind of its invoice, in FA and FA_RR.</summary>
internal static class LineRules
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        CheckPresence(invoice);
        CheckNumbers(invoice);
        CheckSigns(invoice, Field.LineNet);
        CheckSigns(invoice, Field.LineGross);
        CheckQuantities(invoice);
    }

    /// <summary>Advances name an order instead, corrections may concern no line, and what an attachment holds is read by nobody here.</summary>
    private static void CheckPresence(InvoiceUnderCheck invoice)
    {
        if (invoice.Lines.Length == 0 && invoice.Summary is { InvoiceType: "VAT" or "UPR" or "ROZ" or "VAT_RR", HasAttachment: false } summary)
        {
            invoice.Findings.Add(CareFindings.NoLines.At(invoice.Fields.First(Field.InvoiceType)!.Value.Location, ("type", summary.InvoiceType)));
        }
    }

    private static void CheckNumbers(InvoiceUnderCheck invoice)
    {
        // A correction of several invoices repeats the numbers of each.
        if (invoice.Lines.Length < 2 || invoice.Fields.All(Field.Original).Count > 1)
        {
            return;
        }

        var seen = new HashSet<(string Number, bool IsBefore, bool IsLess)>(invoice.Lines.Length);
        foreach (var number in invoice.Fields.All(Field.LineNumber))
        {
            var line = invoice.Lines[number.Occurrence - 1];
            // A correction has one line twice: as it was and as it is, marked so or the one against the other.
            var isLess = invoice.Summary.IsCorrection && (line.Net ?? line.Gross) < 0;
            if (!seen.Add((number.Text, line.IsBeforeCorrection, isLess)))
            {
                invoice.Findings.Add(CareFindings.LineNumberTwice.At(
                    Place(number, line), ("number", number.Text), ("rank", line.Rank.ToString(CultureInfo.InvariantCulture))));
            }
        }
    }

    private static void CheckSigns(InvoiceUnderCheck invoice, Field field)
    {
        foreach (var value in invoice.Fields.All(field))
        {
            var line = invoice.Lines[value.Occurrence - 1];
            // A discount may be greater than what it is taken off.
            if (Contradicts(line, value.Amount) && !line.HasDiscount)
            {
                invoice.Findings.Add(CareFindings.LineSign.At(Place(value, line), ("field", Described(value, line)), ("value", value.Text)));
            }
        }
    }

    private static void CheckQuantities(InvoiceUnderCheck invoice)
    {
        if (invoice.Summary.InvoiceType is not ("VAT" or "UPR" or "VAT_RR"))
        {
            return;
        }

        foreach (var value in invoice.Fields.All(Field.LineQuantity))
        {
            var line = invoice.Lines[value.Occurrence - 1];
            // Where the signs contradict each other, the minus is probably no more than a slip.
            if (line.Quantity < 0 && !Contradicts(line, line.Net ?? line.Gross))
            {
                invoice.Findings.Add(CareFindings.NegativeQuantity.At(
                    Place(value, line), ("field", Described(value, line)), ("value", value.Text), ("type", invoice.Summary.InvoiceType)));
            }
        }
    }

    private static bool Contradicts(InvoiceLine line, decimal? value) =>
        line is { Quantity: { } quantity, Price: { } price } && value is { } stated && Math.Sign(quantity) * Math.Sign(price) * Math.Sign(stated) < 0;

    private static Location Place(FieldValue value, InvoiceLine line) => value.Location with { InvoiceLine = NumberOf(line) };

    private static Words Described(FieldValue value, InvoiceLine line) => NumberOf(line).Beside(Structure.FieldNames.Describe(value.Name), isLineItself: false);

    private static InvoiceLineNumber NumberOf(InvoiceLine line) => new(line.Rank, "NrWierszaFa", line.Number);
}
