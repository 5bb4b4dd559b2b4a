using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Ksef.Mapping.Tests.Documents;
using SampleInvoices;

namespace Ksef.Mapping.Tests.Full;

/// <summary>The full JSON carries every field of FA(3), whatever the order of its members.</summary>
public sealed class FullJsonTests
{
    /// <summary>A folder of FA(3) to run in place of our own, such as the Ministry's examples.</summary>
    private const string Folder = "KSEF_EXAMPLES";

    public static TheoryData<string> Cases() =>
        [.. Folders().SelectMany(folder => Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task MapAsync_InvoiceFieldForField_IsTheSameInvoice(string path) => await ShouldComeBackAsync(XElement.Load(path));

    [Fact]
    public async Task MapAsync_InvoiceWithAttachment_IsTheSameInvoice() =>
        await ShouldComeBackAsync(XElement.Load(new MemoryStream((new SampleInvoice() with { Attachment = new SampleAttachment() }).ToBytes())));

    [Fact]
    public async Task MapAsync_ListOfInvoices_AreAllMapped()
    {
        var one = FullJson.Of(Sample("F/1"));
        var list = new JsonArray(one, new JsonObject { ["Faktura"] = FullJson.Of(Sample("F/2")) });

        var mapped = await Mapped.TextAsync(list.ToJsonString());

        mapped.Select(invoice => (invoice.Number, invoice.Kind, invoice.IsAccepted)).ShouldBe([("F/1", "VAT", true), ("F/2", "VAT", true)]);
    }

    [Fact]
    public async Task MapAsync_NumberInJson_StaysAsItIsWritten()
    {
        var json = FullJson.Of(Sample("F/1")).ToJsonString();
        var mapped = (await Mapped.TextAsync(json.Replace("\"KodWaluty\":\"PLN\"", "\"KodWaluty\":\"PLN\",\"KursWalutyZ\":4.2500", StringComparison.Ordinal))).ShouldHaveSingleItem();

        Mapped.Root(mapped).Fa("KursWalutyZ").ShouldBe("4.2500");
    }

    [Theory]
    [InlineData("\"P_2\":\"F/1\"", "\"P_2\":\"F/1\",\"P_2B\":\"x\"", "KSF-1509", "Fa.P_2B")]
    [InlineData("\"P_2\":\"F/1\"", "\"P_2\":\"F/1\",\"P_2\":\"F/2\"", "KSF-1505", "Fa.P_2")]
    [InlineData("\"P_2\":\"F/1\"", "\"P_2\":[\"F/1\"]", "KSF-1506", "Fa.P_2")]
    [InlineData("\"P_2\":\"F/1\"", "\"P_2\":true", "KSF-1506", "Fa.P_2")]
    [InlineData("\"P_2\":\"F/1\"", "\"P_2\":{}", "KSF-1506", "Fa.P_2")]
    [InlineData("\"P_2\":\"F/1\"", "\"P_2\":\"F\\u0001\"", "KSF-1528", "Fa.P_2")]
    [InlineData("\"RodzajFaktury\":\"VAT\"", "\"RodzajFaktury\":\"FV\"", "KSF-1549", "Fa.RodzajFaktury")]
    public async Task MapAsync_Mistake_IsToldWithItsPath(string right, string wrong, string code, string path)
    {
        var text = FullJson.Of(Sample("F/1")).ToJsonString();
        text.ShouldContain(right);

        var findings = (await Mapped.TextAsync(text.Replace(right, wrong, StringComparison.Ordinal))).ShouldHaveSingleItem().Findings;

        findings.ShouldContain(finding => finding.Code == code && finding.Place.Field == path);
    }

    [Fact]
    public async Task MapAsync_OtherSeller_IsRefused() =>
        (await Mapped.CodesAsync(FullJson.Of(XElement.Load(new MemoryStream(new SampleInvoice().SoldBy(SampleNips.Stranger).ToBytes()))).ToJsonString())).ShouldBe(["KSF-1549"]);

    private static string[] Folders() => Environment.GetEnvironmentVariable(Folder) is { } folder
        ? [folder]
        : [Repository.PathOf("tests/Ksef.Mapping.Tests/Inputs"), Repository.PathOf("tests/Ksef.Mapping.Tests/RoundTrips/Cases")];

    private static XElement Sample(string number) => XElement.Load(new MemoryStream((new SampleInvoice() with { Number = number }).SoldBy(SampleNips.Seller).ToBytes()));

    private static async Task ShouldComeBackAsync(XElement original)
    {
        var context = Mapped.Context();
        var mapped = await Mapped.BytesAsync(
            Encoding.UTF8.GetBytes(FullJson.Of(original).ToJsonString()),
            context with { Nip = original.At("Podmiot1/DaneIdentyfikacyjne/NIP")!, CheckOptions = new() { EnforceNipChecksum = false } });

        var only = mapped.ShouldHaveSingleItem();
        only.Findings.Where(finding => finding.Severity == Invoices.FindingSeverity.Error).Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();
        Fields(Mapped.Root(only)).ShouldBe(Fields(original));
    }

    /// <summary>Paths and values in their order; indentation and prefixes mean nothing.</summary>
    private static List<string> Fields(XElement invoice) =>
    [
        .. invoice.Elements().Where(part => part.Name.LocalName != "Naglowek").SelectMany(part => part.DescendantsAndSelf()).Select(element =>
            string.Join('/', element.AncestorsAndSelf().Reverse().Select(ancestor => ancestor.Name.LocalName))
            + string.Concat(element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName.Length == 0).Select(attribute => $" @{attribute.Name.LocalName}={attribute.Value}"))
            + (element.HasElements ? string.Empty : " = " + element.Value)),
    ];
}
