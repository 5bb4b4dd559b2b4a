using System.Text;
using System.Xml;
using Ksef.Mapping.Writing;

namespace Ksef.Mapping.Tests.Writing;

public sealed class Fa3XmlTests
{
    private const string Start = """<?xml version="1.0" encoding="utf-8"?><Faktura>""";
    private const string End = "</Faktura>";

    [Theory]
    [InlineData("Odbiorca Zażółć gęślą jaźń S.A.")]
    [InlineData("śruba <M8> & \"nakrętka\" 'M8'")]
    [InlineData("]]> & &amp;")]
    [InlineData("a\tb\nc")]
    [InlineData("\U0001F4C4 dokument")]
    [InlineData(" ")]
    [InlineData("")]
    public void Element_AnyText_IsAsXmlWriterWritesIt(string text)
    {
        var bytes = Written(xml => xml.Element("P_7", text));

        bytes.ShouldBe(ByXmlWriter(xml => xml.WriteElementString("P_7", text)));
    }

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    public void Element_TextWithEndsOfLines_HasThemAlikeOnEverySystem(string text) =>
        Encoding.UTF8.GetString(Written(xml => xml.Element("P_7", text))).ShouldBe(Start + "<P_7>a\nb</P_7>" + End);

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x001F)]
    [InlineData(0xFFFE)]
    [InlineData(0xD83D)]
    [InlineData(0xDCC4)]
    public void Element_TextThatXmlCannotHold_Throws(int code) =>
        Should.Throw<ArgumentException>(() => Written(xml => xml.Element("P_7", $"a{(char)code}b")));

    [Fact]
    public void Element_Nothing_IsNotWritten() => Encoding.UTF8.GetString(Written(xml =>
    {
        xml.Element("P_7", (string?)null);
        xml.Amount("P_11", null);
        xml.Mark("FP", false);
    })).ShouldBe(Start + End);

    [Fact]
    public void Group_OfGroupsAndOfNothing_IsAsXmlWriterWritesIt()
    {
        var bytes = Written(xml => xml.Group("Fa", () =>
        {
            xml.Group("Adnotacje", () => { });
            xml.Group("FaWiersz", () => xml.Element("P_7", "towar"));
        }));

        bytes.ShouldBe(ByXmlWriter(xml =>
        {
            xml.WriteStartElement("Fa");
            xml.WriteStartElement("Adnotacje");
            xml.WriteEndElement();
            xml.WriteStartElement("FaWiersz");
            xml.WriteElementString("P_7", "towar");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }));
    }

    [Fact]
    public void Values_OfEachForm_AreExact()
    {
        var bytes = Written(xml =>
        {
            xml.Amount("P_11", -1234.5m);
            xml.Price("P_9A", 0.12345678m);
            xml.Quantity("P_8B", 10.500m);
            xml.Amount("Kwota", 99_999_999_999.99m);
            xml.Number("NrWierszaFa", 10_000);
            xml.Element("P_1", new DateOnly(2026, 10, 5));
        });

        Encoding.UTF8.GetString(bytes).ShouldBe(
            Start + "<P_11>-1234.50</P_11><P_9A>0.12345678</P_9A><P_8B>10.5</P_8B><Kwota>99999999999.99</Kwota><NrWierszaFa>10000</NrWierszaFa><P_1>2026-10-05</P_1>" + End);
    }

    [Fact]
    public void Begin_AfterADocumentThatWasLeft_HasNothingOfIt()
    {
        var xml = new Fa3Xml();
        xml.Begin(Start);
        Should.Throw<ArgumentException>(() => xml.Group("Fa", () => xml.Element("P_7", "\u0001")));

        xml.Begin(Start);

        Encoding.UTF8.GetString(xml.End(End)).ShouldBe(Start + End);
    }

    private static byte[] Written(Action<Fa3Xml> content)
    {
        var xml = new Fa3Xml();
        xml.Begin(Start);
        content(xml);
        return xml.End(End);
    }

    private static byte[] ByXmlWriter(Action<XmlWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" }))
        {
            xml.WriteStartElement("Faktura");
            content(xml);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }
}
