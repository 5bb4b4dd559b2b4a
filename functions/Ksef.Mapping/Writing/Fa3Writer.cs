using System.Globalization;
using System.Text;
using System.Xml;
using Ksef.Mapping.Computation;

namespace Ksef.Mapping.Writing;

/// <summary>Writes an invoice as FA(3), schema 2025/06/25/13775: UTF-8 without a byte order mark, every time the same bytes for the same invoice.</summary>
/// <param name="profile">The seller.</param>
/// <param name="nip">NIP of the seller.</param>
/// <param name="madeAt">When the file was made (DataWytworzeniaFa).</param>
internal sealed class Fa3Writer(CompanyProfile profile, string nip, DateTimeOffset madeAt)
{
    public const string Namespace = "http://crd.gov.pl/wzor/2025/06/25/13775/";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The start of every FA(3): its header.</summary>
    public static void Header(XmlWriter xml, string madeAt)
    {
        xml.Group("Naglowek", () =>
        {
            xml.WriteStartElement("KodFormularza", Namespace);
            xml.WriteAttributeString("kodSystemowy", "FA (3)");
            xml.WriteAttributeString("wersjaSchemy", "1-0E");
            xml.WriteString("FA");
            xml.WriteEndElement();
            xml.Element("WariantFormularza", "3");
            xml.Element("DataWytworzeniaFa", madeAt);
            xml.Element("SystemInfo", "ksef-functions");
        });
    }

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public byte[] Write(ComputedInvoice computed)
    {
        using var buffer = new MemoryStream(4096);
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            var invoice = computed.Invoice;
            xml.WriteStartElement("Faktura", Namespace);
            Header(xml, Time(madeAt));
            var parties = new PartyWriter(xml);
            parties.Seller(profile, nip, Marks.HasEuPrefix(computed));
            parties.Buyer(invoice);
            foreach (var party in invoice.OtherParties)
            {
                parties.Other(party);
            }

            xml.Group("Fa", () => new BodyWriter(xml, computed).Write());
            FooterWriter.Write(xml, invoice.Footer, profile);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }
}
