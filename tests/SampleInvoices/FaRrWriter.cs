using System.Globalization;
using System.Xml;

namespace SampleInvoices;

/// <summary>Writes FA_RR(1): what a company buys from a flat-rate farmer. The lines' own VAT rates do not matter here.</summary>
internal sealed class FaRrWriter(XmlWriter xml, SampleInvoice invoice)
{
    private const decimal RefundPercent = 7m;

    public void Write()
    {
        xml.WriteStartElement("Faktura", "http://crd.gov.pl/wzor/2026/03/06/14189/");
        xml.Header("FA_RR", "FA_RR (1)", "1-1E", "1", invoice.IssueDate);
        xml.Group("Podmiot1", () => xml.Party(invoice.Seller));
        xml.Group("Podmiot2", () => xml.Party(invoice.Buyer));
        xml.Group("FakturaRR", WriteBody);
        xml.WriteEndElement();
    }

    private void WriteBody()
    {
        var net = invoice.Lines.Sum(line => line.Net);
        var refund = invoice.Lines.Sum(Refund);
        xml.Element("KodWaluty", invoice.Currency);
        xml.Element("P_4A", invoice.IssueDate);
        xml.Element("P_4B", invoice.IssueDate);
        xml.Element("P_4C", invoice.Number);
        xml.Element("P_11_1", net);
        xml.Element("P_11_2", refund);
        xml.Element("P_12_1", invoice.TotalGross ?? net + refund);
        xml.Element("P_12_2", "kwota jak wyżej");
        xml.Element("RodzajFaktury", invoice.Correction is null ? "VAT_RR" : "KOR_VAT_RR");
        xml.Correction(invoice.Correction);
        for (var index = 0; index < invoice.Lines.Count; index++)
        {
            WriteLine(index + 1, invoice.Lines[index]);
        }
    }

    private void WriteLine(int number, SampleLine line) => xml.Group("FakturaRRWiersz", () =>
    {
        xml.Element("NrWierszaFa", number.ToString(CultureInfo.InvariantCulture));
        xml.Element("P_5", line.Name);
        xml.Element("P_6A", line.Unit);
        xml.Quantity("P_6B", line.Quantity);
        xml.Element("P_6C", "klasa I");
        xml.Element("P_7", line.UnitPrice);
        xml.Element("P_8", line.Net);
        xml.Element("P_9", "7");
        xml.Element("P_10", Refund(line));
        xml.Element("P_11", line.Net + Refund(line));
    });

    private static decimal Refund(SampleLine line) => Math.Round(line.Net * RefundPercent / 100, 2, MidpointRounding.AwayFromZero);
}
