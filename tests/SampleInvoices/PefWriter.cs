using System.Globalization;
using System.Xml;

namespace SampleInvoices;

/// <summary>Writes PEF(3) and PEF_KOR(3): UBL invoices and credit notes to public contractors.</summary>
internal sealed class PefWriter(XmlWriter xml, SampleInvoice invoice)
{
    private const string Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    private const string Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    private readonly bool _isCorrection = invoice.Schema == SampleSchema.PefKor3;

    public void Write()
    {
        var root = _isCorrection ? "CreditNote" : "Invoice";
        xml.WriteStartElement(root, $"urn:oasis:names:specification:ubl:schema:xsd:{root}-2");
        xml.WriteAttributeString("xmlns", "cac", null, Cac);
        xml.WriteAttributeString("xmlns", "cbc", null, Cbc);
        Basic("CustomizationID", "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");
        Basic("ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
        Basic("ID", invoice.Number);
        Basic("IssueDate", Date(invoice.IssueDate));
        Basic(root + "TypeCode", _isCorrection ? "381" : "380");
        Basic("DocumentCurrencyCode", invoice.Currency);
        if (_isCorrection)
        {
            WriteCorrected();
        }

        Aggregate("AccountingSupplierParty", () => WriteParty(invoice.Seller));
        Aggregate("AccountingCustomerParty", () => WriteParty(invoice.Buyer));
        WriteTotals();
        for (var index = 0; index < invoice.Lines.Count; index++)
        {
            WriteLine(index + 1, invoice.Lines[index]);
        }

        xml.WriteEndElement();
    }

    private void WriteCorrected()
    {
        var correction = invoice.Correction ?? new SampleCorrection("FV/2026/01/0001", invoice.IssueDate.AddDays(-1));
        Aggregate("BillingReference", () => Aggregate("InvoiceDocumentReference", () =>
        {
            Basic("ID", correction.Number);
            Basic("IssueDate", Date(correction.IssueDate));
        }));
    }

    private void WriteParty(SampleParty party) => Aggregate("Party", () =>
    {
        Aggregate("PartyName", () => Basic("Name", party.Name));
        Aggregate("PostalAddress", () =>
        {
            Basic("StreetName", party.AddressLine1);
            Basic("CityName", party.AddressLine2);
            Aggregate("Country", () => Basic("IdentificationCode", "PL"));
        });
        if (party.Nip is { } nip)
        {
            Aggregate("PartyTaxScheme", () =>
            {
                Basic("CompanyID", "PL" + nip);
                Aggregate("TaxScheme", () => Basic("ID", "VAT"));
            });
        }

        Aggregate("PartyLegalEntity", () => Basic("RegistrationName", party.Name));
    });

    private void WriteTotals()
    {
        var groups = invoice.Lines.GroupBy(line => line.Rate).Select(group => (Rate: group.Key, Net: group.Sum(line => line.Net))).ToList();
        var net = groups.Sum(group => group.Net);
        var tax = groups.Sum(group => group.Rate.TaxOn(group.Net));
        Aggregate("TaxTotal", () =>
        {
            Amount("TaxAmount", tax);
            foreach (var (rate, taxable) in groups)
            {
                Aggregate("TaxSubtotal", () =>
                {
                    Amount("TaxableAmount", taxable);
                    Amount("TaxAmount", rate.TaxOn(taxable));
                    WriteCategory("TaxCategory", rate);
                });
            }
        });
        Aggregate("LegalMonetaryTotal", () =>
        {
            Amount("LineExtensionAmount", net);
            Amount("TaxExclusiveAmount", net);
            Amount("TaxInclusiveAmount", invoice.TotalGross ?? net + tax);
            Amount("PayableAmount", invoice.TotalGross ?? net + tax);
        });
    }

    private void WriteLine(int number, SampleLine line) => Aggregate(_isCorrection ? "CreditNoteLine" : "InvoiceLine", () =>
    {
        Basic("ID", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("cbc", _isCorrection ? "CreditedQuantity" : "InvoicedQuantity", Cbc);
        xml.WriteAttributeString("unitCode", "C62");
        xml.WriteString(line.Quantity.ToString("0.######", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        Amount("LineExtensionAmount", line.Net);
        Aggregate("Item", () =>
        {
            Basic("Name", line.Name);
            WriteCategory("ClassifiedTaxCategory", line.Rate);
        });
        Aggregate("Price", () => Amount("PriceAmount", line.UnitPrice));
    });

    private void WriteCategory(string element, SampleRate rate) => Aggregate(element, () =>
    {
        Basic("ID", rate == SampleRate.Exempt ? "E" : rate.Percent == 0 ? "Z" : "S");
        Basic("Percent", rate.Percent.ToString(CultureInfo.InvariantCulture));
        Aggregate("TaxScheme", () => Basic("ID", "VAT"));
    });

    private void Aggregate(string name, Action content)
    {
        xml.WriteStartElement("cac", name, Cac);
        content();
        xml.WriteEndElement();
    }

    private void Basic(string name, string value) => xml.WriteElementString("cbc", name, Cbc, value);

    private void Amount(string name, decimal amount)
    {
        xml.WriteStartElement("cbc", name, Cbc);
        xml.WriteAttributeString("currencyID", invoice.Currency);
        xml.WriteString(amount.ToString("0.00", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
