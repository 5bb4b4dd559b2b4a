using System.Text;
using SampleInvoices;
using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Checking;

public sealed class FileChecksTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private static readonly string Valid = Encoding.UTF8.GetString(new SampleInvoice().ToBytes());

    [Theory]
    [InlineData("")]
    [InlineData("<?xml version='1.0'?>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?>\r\n")]
    [InlineData(Declaration + "<!-- & <!DOCTYPE x> <?y?> -->")]
    public void Check_StartThatKsefTakes_IsAccepted(string start) =>
        Check.Of(Bytes(Valid.Replace(Declaration, start, StringComparison.Ordinal))).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("<![CDATA[Kowal & Syn <!DOCTYPE> <?nic?>]]>")]
    [InlineData("Kowal &amp; Syn &lt;&gt; &#xA0;&#8222;")]
    [InlineData("Łódź \u00A0 \u0085 § 5 – „€” 🧾 \U0010FFFD")]
    public void Check_TextThatKsefTakes_IsAccepted(string name) =>
        Check.Of(Bytes(Valid.Replace("Piekarnia Złoty Kłos s.c.", name, StringComparison.Ordinal))).Findings.ShouldBeEmpty();

    [Fact]
    public void Check_SeveralFaultsOfAFile_AreFoundAtOnce()
    {
        var text = Valid.Replace(Declaration, Declaration + "<?arkusz?>", StringComparison.Ordinal)
            .Replace("Piekarnia", "\u0081Piekarnia", StringComparison.Ordinal)
            .Replace("<P_15>3114.38</P_15>", string.Empty, StringComparison.Ordinal);

        var check = Check.Of([0xEF, 0xBB, 0xBF, .. Bytes(text)]);

        check.Codes().ShouldBe(["KSF-1004", "KSF-1015", "KSF-1016", "KSF-1201"]);
    }

    [Fact]
    public void Check_EveryBareAmpersand_IsNamedWithItsPlace()
    {
        var text = Valid.Replace("Piekarnia Złoty Kłos", "A & B & C", StringComparison.Ordinal);
        var line = text.Split('\n').Single(candidate => candidate.Contains("A & B", StringComparison.Ordinal));

        var findings = Check.Of(Bytes(text)).Findings;

        findings.Select(finding => finding.Code).ShouldBe(["KSF-1012", "KSF-1012"]);
        findings.Select(finding => line[finding.Column!.Value - 1]).ShouldBe(['&', '&']);
    }

    [Fact]
    public void Check_InvalidByteBehindPolishLetters_IsCountedInCharacters()
    {
        byte[] content = [.. Bytes("<a>\nŁÓŹ"), 0xB3, .. "</a>"u8];

        var finding = Check.Of(content).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Line, finding.Column).ShouldBe(("KSF-1005", 2, 4));
    }

    [Theory]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public void Check_SizeWithoutAttachment_EndsAtAMillionBytes(int size, bool accepted) =>
        Check.Of(Padded(new SampleInvoice(), size)).IsAccepted.ShouldBe(accepted);

    [Theory]
    [InlineData(3_000_000, true)]
    [InlineData(3_000_001, false)]
    public void Check_SizeWithAttachment_EndsAtThreeMillionBytes(int size, bool accepted) =>
        Check.Of(Padded(new SampleInvoice { Attachment = new SampleAttachment() }, size)).IsAccepted.ShouldBe(accepted);

    [Fact]
    public void Check_EntityBomb_IsNotUnpacked()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Check.Of(BrokenInvoices.EntityBomb.Content).Invoice.ShouldBeNull();

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void Check_ExternalEntity_IsNotRead()
    {
        var secret = Path.GetTempFileName();
        try
        {
            File.WriteAllText(secret, "tajne-dane");
            var text = Valid
                .Replace(Declaration, $"{Declaration}<!DOCTYPE Faktura [<!ENTITY plik SYSTEM \"{new Uri(secret)}\">]>", StringComparison.Ordinal)
                .Replace("Piekarnia", "&plik;", StringComparison.Ordinal);

            var check = Check.Of(Bytes(text));

            check.Codes().ShouldBe(["KSF-1014"]);
            check.Invoice.ShouldBeNull();
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void Check_SchemaLocationInTheFile_IsNotFollowed()
    {
        var text = Valid.Replace(
            "<Faktura ",
            "<Faktura xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://example.invalid/ http://127.0.0.1:9/x.xsd\" ",
            StringComparison.Ordinal);

        Check.Of(Bytes(text)).Findings.ShouldBeEmpty();
    }

    private static byte[] Padded(SampleInvoice invoice, int size)
    {
        var content = invoice.ToBytes();
        var padded = new byte[size];
        Array.Fill(padded, (byte)' ');
        content.CopyTo(padded, 0);
        return padded;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
