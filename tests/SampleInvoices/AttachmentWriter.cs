using System.Globalization;
using System.Xml;

namespace SampleInvoices;

/// <summary>Writes Zalacznik of FA(3): meter readings, as suppliers of energy attach them.</summary>
internal sealed class AttachmentWriter(XmlWriter xml)
{
    private const int RowsOfATable = 1_000;

    public void Write(SampleAttachment attachment) => xml.Group("Zalacznik", () => xml.Group("BlokDanych", () =>
    {
        xml.Element("ZNaglowek", "Odczyty liczników");
        xml.Group("MetaDane", () =>
        {
            xml.Element("ZKlucz", "Punkt poboru");
            xml.Element("ZWartosc", "Młyn, hala nr 1");
        });
        for (var first = 0; first < attachment.Rows; first += RowsOfATable)
        {
            WriteTable(first, Math.Min(RowsOfATable, attachment.Rows - first));
        }
    }));

    private void WriteTable(int first, int count) => xml.Group("Tabela", () =>
    {
        xml.Group("TNaglowek", () =>
        {
            WriteColumn("Licznik", "txt");
            WriteColumn("Zużycie [kWh]", "int");
        });
        for (var row = first; row < first + count; row++)
        {
            xml.Group("Wiersz", () =>
            {
                xml.Element("WKom", "Licznik " + (row + 1).ToString(CultureInfo.InvariantCulture));
                xml.Element("WKom", (100 + row).ToString(CultureInfo.InvariantCulture));
            });
        }
    });

    private void WriteColumn(string name, string type)
    {
        xml.WriteStartElement("Kol");
        xml.WriteAttributeString("Typ", type);
        xml.Element("NKom", name);
        xml.WriteEndElement();
    }
}
