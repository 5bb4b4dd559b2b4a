using System.Globalization;
using System.Xml;

namespace SampleInvoices;

/// <summary>Writes FA(3), and FA(2) where it differs.</summary>
internal sealed class FaWriter(XmlWriter xml, SampleInvoice invoice)
{
    private readonly bool _isFa3 = invoice.Schema == SampleSchema.Fa3;

    public void Write()
    {
        xml.WriteStartElement("Faktura", _isFa3 ? "http://crd.gov.pl/wzor/2025/06/25/13775/" : "http://crd.gov.pl/wzor/2023/06/29/12648/");
        xml.Header("FA", _isFa3 ? "FA (3)" : "FA (2)", "1-0E", _isFa3 ? "3" : "2", invoice.IssueDate);
        xml.Group("Podmiot1", () => xml.Party(invoice.Seller));
        xml.Group("Podmiot2", WriteBuyer);
        if (invoice.AuthorisedParty is { } authorised)
        {
            xml.Group("PodmiotUpowazniony", () =>
            {
                xml.Party(authorised);
                xml.Element("RolaPU", "3");
            });
        }

        xml.Group("Fa", WriteBody);
        if (invoice.Attachment is { } attachment)
        {
            new AttachmentWriter(xml).Write(attachment);
        }

        xml.WriteEndElement();
    }

    private void WriteBuyer()
    {
        xml.Party(invoice.Buyer);
        if (_isFa3)
        {
            xml.Element("JST", "2");
            xml.Element("GV", "2");
        }
    }

    private void WriteBody()
    {
        xml.Element("KodWaluty", invoice.Currency);
        xml.Element("P_1", invoice.IssueDate);
        xml.Element("P_1M", "Olsztyn");
        xml.Element("P_2", invoice.Number);
        xml.Element("P_6", invoice.IssueDate);
        WriteTotals();
        xml.Group("Adnotacje", WriteAnnotations);
        xml.Element("RodzajFaktury", invoice.Correction is null ? "VAT" : "KOR");
        xml.Correction(invoice.Correction);
        for (var index = 0; index < invoice.Lines.Count; index++)
        {
            WriteLine(index + 1, invoice.Lines[index]);
        }

        xml.Group("Platnosc", () =>
        {
            xml.Group("TerminPlatnosci", () => xml.Element("Termin", invoice.IssueDate.AddDays(14)));
            xml.Element("FormaPlatnosci", "6");
            xml.Group("RachunekBankowy", () => xml.Element("NrRB", "04000000000000000000000000"));
        });
    }

    private void WriteTotals()
    {
        var gross = 0m;
        foreach (var rate in SampleRate.All)
        {
            var lines = invoice.Lines.Where(line => line.Rate == rate).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            var net = lines.Sum(line => line.BeforeCorrection ? -line.Net : line.Net);
            xml.Element(rate.NetField, net);
            if (rate.VatField is { } vatField)
            {
                xml.Element(vatField, rate.TaxOn(net));
                if (invoice.Currency != "PLN")
                {
                    xml.Element(vatField + "W", rate.TaxOn(net) * 4);
                }
            }

            gross += net + rate.TaxOn(net);
        }

        xml.Element("P_15", invoice.TotalGross ?? gross);
    }

    private void WriteAnnotations()
    {
        xml.Element("P_16", "2");
        xml.Element("P_17", invoice.SelfBilling ? "1" : "2");
        xml.Element("P_18", "2");
        xml.Element("P_18A", "2");
        xml.Group("Zwolnienie", () =>
        {
            if (invoice.Lines.Any(line => line.Rate == SampleRate.Exempt))
            {
                xml.Element("P_19", "1");
                xml.Element("P_19A", "art. 43 ust. 1 ustawy o VAT");
            }
            else
            {
                xml.Element("P_19N", "1");
            }
        });
        xml.Group("NoweSrodkiTransportu", () => xml.Element("P_22N", "1"));
        xml.Element("P_23", "2");
        xml.Group("PMarzy", () => xml.Element("P_PMarzyN", "1"));
    }

    private void WriteLine(int number, SampleLine line) => xml.Group("FaWiersz", () =>
    {
        xml.Element("NrWierszaFa", number.ToString(CultureInfo.InvariantCulture));
        xml.Element("P_7", line.Name);
        xml.Element("P_8A", line.Unit);
        xml.Quantity("P_8B", line.Quantity);
        xml.Element("P_9A", line.UnitPrice);
        xml.Element("P_11", line.Net);
        xml.Element("P_12", _isFa3 || line.Rate != SampleRate.Zero ? line.Rate.Code : "0");
        if (line.BeforeCorrection)
        {
            xml.Element("StanPrzed", "1");
        }
    });
}
