using System.Text;
using Ksef.Invoices.Reading;
using Ksef.Invoices.Tests.Samples;
using Ksef.Invoices.Tests.Structure;

namespace Ksef.Invoices.Tests.Grammar;

/// <summary>What is in doubt is right too in the end, but takes several times as long. That nothing wrong is free of doubt, the schema's agreement tests prove.</summary>
public sealed class GrammarWalkTests
{
    private const string Xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    [Theory]
    [MemberData(nameof(ValidSamples.Names), MemberType = typeof(ValidSamples))]
    public void Read_ValidSample_IsInNoDoubt(string name)
    {
        var (invoice, schema) = ValidSamples.Get(name);

        IsInDoubt(invoice.ToBytes(), schema).ShouldBeFalse();
    }

    [Theory]
    [InlineData("<Naglowek>", $"<Naglowek {Xsi} xsi:schemaLocation=\"http://crd.gov.pl/wzor/2025/06/25/13775/ schemat.xsd\">")]
    [InlineData("<P_2>FV", "<P_2><!-- number -->FV")]
    [InlineData("<P_2>FV", "<P_2>&#70;V")]
    [InlineData("<P_2>FV", "<P_2><![CDATA[F]]>V")]
    [InlineData("<P_2>FV/2026/02/0001", "<P_2> FV  1 ")]
    [InlineData("<P_1M>Olsztyn</P_1M>", "")]
    public void Read_ValidByAnotherWriter_IsInNoDoubt(string sample, string written) =>
        IsInDoubt(Edited.Sample((sample, written)), InvoiceSchema.Fa3).ShouldBeFalse();

    [Theory]
    [InlineData("<P_2>", "<P_2 obcy=\"1\">")]
    [InlineData(" wersjaSchemy=\"1-0E\"", "")]
    [InlineData("kodSystemowy=\"FA (3)\"", "kodSystemowy=\"FA (2)\"")]
    [InlineData("<P_15>", "tekst<P_15>")]
    [InlineData("<P_6>2026-02-02</P_6>", "<P_6>2026-02-30</P_6>")]
    [InlineData("<P_6>2026-02-02</P_6>", "<P_6>2026-02-02</P_6><P_6>2026-02-02</P_6>")]
    [InlineData("<RodzajFaktury>VAT</RodzajFaktury>", "")]
    [InlineData("<P_19N>1</P_19N>", "")]
    public void Read_Broken_IsInDoubt(string sample, string broken) =>
        IsInDoubt(Edited.Sample((sample, broken)), InvoiceSchema.Fa3).ShouldBeTrue();

    [Fact]
    public void Read_MoreThanTheSchemaLimits_IsInDoubt()
    {
        const string Account = "<RachunekBankowy>\n        <NrRB>04000000000000000000000000</NrRB>\n      </RachunekBankowy>";

        IsInDoubt(Repeated(100), InvoiceSchema.Fa3).ShouldBeFalse();
        IsInDoubt(Repeated(101), InvoiceSchema.Fa3).ShouldBeTrue();

        static byte[] Repeated(int times) => Edited.Sample((Account, new StringBuilder().Insert(0, Account, times).ToString()));
    }

    private static bool IsInDoubt(byte[] content, InvoiceSchema schema)
    {
        using var xml = InvoiceXml.Open(content);
        xml.MoveToContent();
        return InvoiceReader.Read(xml, schema).IsInDoubt;
    }
}
