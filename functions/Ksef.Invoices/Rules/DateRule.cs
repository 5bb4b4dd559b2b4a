using System.Globalization;
using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>KSeF refuses an invoice dated later than the day it arrives, in Polish time (KSeF API documentation, "Weryfikacja faktury").</summary>
internal static class DateRule
{
    public static void Check(InvoiceUnderCheck invoice)
    {
        if (invoice.Summary.IssueDate is { } date && date > invoice.Today)
        {
            invoice.Findings.Add(ContentFindings.FutureDate.At(
                invoice.Fields.First(Field.IssueDate)!.Value.Location,
                ("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("today", invoice.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
        }
    }
}
