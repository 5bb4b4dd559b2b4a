using System.Globalization;
using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>Correcting invoices name what they correct (art. 106j of the VAT Act). KSeF does not insist, so these are warnings.</summary>
internal static class CorrectionRules
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        var (summary, fields) = (invoice.Summary, invoice.Fields);
        var type = fields.First(Field.InvoiceType);
        var original = fields.First(Field.Original);
        if (summary.IsCorrection && original is null)
        {
            invoice.Findings.Add(ContentFindings.CorrectionWithoutOriginal.At(type?.Location ?? Location.File, ("type", type?.Text ?? string.Empty)));
        }

        if (!summary.IsCorrection && summary.Schema != InvoiceSchema.Pef3 && original is not null)
        {
            invoice.Findings.Add(ContentFindings.OriginalWithoutCorrection.At(original.Value.Location, ("type", type?.Text ?? string.Empty)));
        }

        CheckDates(invoice);
        CheckBuyer(invoice);
        foreach (var number in fields.All(Field.OriginalKsefNumber))
        {
            if (!KsefNumberChecksum.IsPlausible(number.Text))
            {
                invoice.Findings.Add(ContentFindings.OriginalKsefNumber.At(number.Location, ("number", Structure.Quote.Of(number.Text))));
            }
        }
    }

    /// <summary>Podmiot2K is the buyer, or a further one of Podmiot3, as the corrected invoice had him: all may be corrected but his NIP (schema FA(3), Podmiot2K).</summary>
    private static void CheckBuyer(InvoiceUnderCheck invoice)
    {
        if (!invoice.Summary.IsCorrection || invoice.Summary.BuyerNip is not { } buyer)
        {
            return;
        }

        foreach (var before in invoice.Fields.All(Field.BuyerNipBefore))
        {
            if (before.Text != buyer && invoice.Fields.All(Field.OtherNip).All(other => other.Text != before.Text))
            {
                invoice.Findings.Add(ContentFindings.BuyerNipChanged.At(before.Location, ("before", Structure.Quote.Of(before.Text)), ("nip", buyer)));
            }
        }
    }

    private static void CheckDates(InvoiceUnderCheck invoice)
    {
        foreach (var value in invoice.Fields.All(Field.OriginalDate))
        {
            if (value.Date is { } original && original > invoice.Summary.IssueDate)
            {
                invoice.Findings.Add(ContentFindings.OriginalDate.At(
                    value.Location,
                    ("original", original.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    ("date", invoice.Summary.IssueDate.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
            }
        }
    }
}
