using Ksef.Invoices.Tests.Checking;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Structure;

/// <summary>Attributes of the XML Schema instance namespace, which some serializers write, and what UBL leaves open.</summary>
public sealed class SchemaInstanceTests
{
    private const string Xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"";

    [Theory]
    [InlineData("<P_2>", $"<P_2 {Xsi} xsi:type=\"xsd:string\">", "xsi:type", "/Faktura/Fa/P_2/@type")]
    [InlineData("<Naglowek>", $"<Naglowek {Xsi} xsi:type=\"Naglowek\">", "xsi:type", "/Faktura/Naglowek/@type")]
    [InlineData("<P_6>2026-02-02</P_6>", $"<P_6 {Xsi} xsi:nil=\"true\"/>", "xsi:nil", "/Faktura/Fa/P_6/@nil")]
    [InlineData("<P_1M>Olsztyn</P_1M>", $"<P_1M {Xsi} xsi:nil=\"false\">Olsztyn</P_1M>", "xsi:nil", "/Faktura/Fa/P_1M/@nil")]
    public void Check_InstanceAttributeTheSchemaRefuses_IsNamedWithItsField(string valid, string broken, string attribute, string path)
    {
        var finding = Check.Of(Edited.Sample((valid, broken))).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Path).ShouldBe(("KSF-1231", path));
        finding.MessagePl.ShouldContain(attribute);
        finding.MessageEn.ShouldContain(attribute);
    }

    [Fact]
    public void Check_TypeThatTheSchemaAllows_IsAccepted() =>
        Check.Of(Edited.Sample(("<KodWaluty>", $"<KodWaluty {Xsi} xmlns:f=\"http://crd.gov.pl/wzor/2025/06/25/13775/\" xsi:type=\"f:TKodWaluty\">"))).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_UblExtensionUnknownToTheSchema_IsAccepted()
    {
        const string Extension = "<e:UBLExtensions xmlns:e=\"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2\"><e:UBLExtension><e:ExtensionContent><x:own xmlns:x=\"urn:own\">1</x:own></e:ExtensionContent></e:UBLExtension></e:UBLExtensions>";

        Check.Of(Edited.Sample(new SampleInvoice { Schema = SampleSchema.Pef3 }, ("<cbc:CustomizationID>", Extension + "<cbc:CustomizationID>"))).Findings.ShouldBeEmpty();
    }
}
