using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>
/// Whether the company in whose name a file is sent may issue the invoice in it. Where KSeF's permissions could allow it,
/// the rule stays silent: KSeF decides.
/// </summary>
internal static class ContextRule
{
    /// <summary>Podmiot3/Rola of those who issue for the seller: issuer, local government unit as issuer, VAT group member as issuer.</summary>
    private static readonly string[] IssuerRoles = ["5", "7", "9"];

    public static void Check(InvoiceUnderCheck invoice)
    {
        var (summary, fields) = (invoice.Summary, invoice.Fields);
        if (invoice.Options.ContextNip is not { } context || summary.SellerNip is not { } seller || seller == context)
        {
            return;
        }

        var mayIssue = (summary.IsSelfBilled && summary.BuyerNip == context)
            || fields.Text(Field.AuthorisedNip) == context
            || IsIssuer(fields, context);
        if (!mayIssue)
        {
            var location = fields.First(Field.SellerNip)?.Location ?? Location.File;
            invoice.Findings.Add(ContentFindings.OtherContext.At(location, ("context", context), ("seller", seller)));
        }
    }

    private static bool IsIssuer(InvoiceFields fields, string context) => fields.All(Field.OtherNip).Any(other =>
        other.Text == context
        && fields.All(Field.OtherRole).Any(role => role.Occurrence == other.Occurrence && IssuerRoles.Contains(role.Text)));
}
