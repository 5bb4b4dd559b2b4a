using System.Globalization;
using System.Xml;

namespace SampleInvoices;

/// <summary>Values as the invoice schemas want them.</summary>
internal static class XmlElements
{
    public static void Element(this XmlWriter xml, string name, string value) => xml.WriteElementString(name, value);

    public static void Element(this XmlWriter xml, string name, decimal amount) =>
        xml.WriteElementString(name, amount.ToString("0.00", CultureInfo.InvariantCulture));

    public static void Element(this XmlWriter xml, string name, DateOnly date) =>
        xml.WriteElementString(name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static void Quantity(this XmlWriter xml, string name, decimal quantity) =>
        xml.WriteElementString(name, quantity.ToString("0.######", CultureInfo.InvariantCulture));

    public static void Group(this XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name);
        content();
        xml.WriteEndElement();
    }

    /// <summary>Name, address and NIP as all the Ministry's own schemas have them.</summary>
    public static void Party(this XmlWriter xml, SampleParty party)
    {
        xml.Group("DaneIdentyfikacyjne", () =>
        {
            if (party.Nip is { } nip)
            {
                xml.Element("NIP", nip);
            }
            else
            {
                xml.Element("BrakID", "1");
            }

            xml.Element("Nazwa", party.Name);
        });
        xml.Group("Adres", () =>
        {
            xml.Element("KodKraju", "PL");
            xml.Element("AdresL1", party.AddressLine1);
            xml.Element("AdresL2", party.AddressLine2);
        });
    }

    public static void Correction(this XmlWriter xml, SampleCorrection? correction)
    {
        if (correction is null)
        {
            return;
        }

        xml.Element("PrzyczynaKorekty", correction.Reason);
        xml.Element("TypKorekty", "2");
        xml.Group("DaneFaKorygowanej", () =>
        {
            xml.Element("DataWystFaKorygowanej", correction.IssueDate);
            xml.Element("NrFaKorygowanej", correction.Number);
            if (correction.KsefNumber is { } ksefNumber)
            {
                xml.Element("NrKSeF", "1");
                xml.Element("NrKSeFFaKorygowanej", ksefNumber);
            }
            else
            {
                xml.Element("NrKSeFN", "1");
            }
        });
    }

    /// <summary>Header with form code; the creation time is noon of the day of issue, so that equal samples are equal bytes.</summary>
    public static void Header(this XmlWriter xml, string code, string systemCode, string schemaVersion, string variant, DateOnly issueDate) =>
        xml.Group("Naglowek", () =>
        {
            xml.WriteStartElement("KodFormularza");
            xml.WriteAttributeString("kodSystemowy", systemCode);
            xml.WriteAttributeString("wersjaSchemy", schemaVersion);
            xml.WriteString(code);
            xml.WriteEndElement();
            xml.Element("WariantFormularza", variant);
            xml.Element("DataWytworzeniaFa", issueDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T12:00:00Z");
            xml.Element("SystemInfo", "SampleInvoices");
        });
}
