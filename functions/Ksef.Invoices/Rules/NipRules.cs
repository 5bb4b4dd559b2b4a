using Ksef.Invoices.Reading;

namespace Ksef.Invoices.Rules;

/// <summary>Check digits of every Polish party's NIP and internal identifier (KSeF API documentation, "Weryfikacja faktury"; enforced by KSeF in production).</summary>
internal static class NipRules
{
    private static readonly Words Seller = new("sprzedawca", "seller");
    private static readonly Words Buyer = new("nabywca", "buyer");
    private static readonly Words Other = new("inny podmiot", "other party");
    private static readonly Words Authorised = new("podmiot upoważniony", "authorised party");

    public static void Check(InvoiceUnderCheck invoice)
    {
        if (invoice.Summary is { SellerNip: null, Schema: { FormCodeValue: "PEF" } schema })
        {
            // KSeF takes the issuer from there, and refuses what nobody in KSeF can have issued (410). The schemas of FA demand it themselves.
            var seller = new Location($"/{schema.RootElement}/AccountingSupplierParty/Party", null, null);
            invoice.Findings.Add(ContentFindings.SellerNipMissing.At(invoice.Fields.First(Field.SellerNip)?.Location ?? seller));
        }

        if (!invoice.Options.EnforceNipChecksum)
        {
            return;
        }

        CheckAll(invoice, Field.SellerNip, Seller);
        CheckAll(invoice, Field.BuyerNip, Buyer);
        CheckAll(invoice, Field.OtherNip, Other);
        CheckAll(invoice, Field.AuthorisedNip, Authorised);
        foreach (var identifier in invoice.Fields.All(Field.OtherInternalId))
        {
            CheckInternalId(invoice, identifier);
        }
    }

    private static void CheckInternalId(InvoiceUnderCheck invoice, FieldValue identifier)
    {
        var nip = identifier.Text.Split('-')[0];
        if (Nip.HasValidForm(nip) && !Nip.HasValidChecksum(nip))
        {
            invoice.Findings.Add(ContentFindings.InternalIdNip.At(identifier.Location, ("identifier", identifier.Text), ("party", Other)));
        }
        else if (InternalId.HasValidForm(identifier.Text) && !InternalId.HasValidChecksum(identifier.Text))
        {
            invoice.Findings.Add(ContentFindings.InternalIdChecksum.At(identifier.Location, ("identifier", identifier.Text), ("party", Other)));
        }
    }

    private static void CheckAll(InvoiceUnderCheck invoice, Field field, Words party)
    {
        foreach (var value in invoice.Fields.All(field))
        {
            var nip = value.Text.StartsWith("PL", StringComparison.OrdinalIgnoreCase) ? value.Text[2..] : value.Text;
            if (Nip.HasValidForm(nip) && !Nip.HasValidChecksum(nip))
            {
                invoice.Findings.Add(ContentFindings.NipChecksum.At(value.Location, ("nip", nip), ("party", party)));
            }
        }
    }
}
