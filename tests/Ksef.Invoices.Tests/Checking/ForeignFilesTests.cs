using System.Text;
using Ksef.Invoices.Tests.Structure;
using SampleInvoices;

namespace Ksef.Invoices.Tests.Checking;

/// <summary>A file that is not one invoice is called what it is.</summary>
public sealed class ForeignFilesTests
{
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    private static readonly string Valid = Encoding.UTF8.GetString(new SampleInvoice().ToBytes());

    private static readonly string Invoice = Valid[Declaration.Length..];

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html lang=\"pl\"><body><br>Zaloguj się</body></html>")]
    [InlineData("<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><HTML><p>Błąd 500</HTML>")]
    [InlineData("\r\n<html><body>502 Bad Gateway</body></html>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"/>")]
    [InlineData("<!-- saved from url --><html></html>")]
    public void Check_WebPage_IsCalledOne(string page) => Check.Of(Encoding.UTF8.GetBytes(page)).Codes().ShouldBe(["KSF-1020"]);

    [Fact]
    public void Check_RootInCapitals_SaysHowItIsWritten()
    {
        var finding = Check.Of(Edited.Sample(("<Faktura ", "<FAKTURA "), ("</Faktura>", "</FAKTURA>"))).Findings.ShouldHaveSingleItem();

        finding.MessagePl.ShouldBe("Element główny to FAKTURA, a musi nazywać się Faktura.");
        finding.MessageEn.ShouldBe("The root element is FAKTURA; it must be Faktura.");
    }

    [Theory]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>", "</s:Body></s:Envelope>", "Envelope")]
    [InlineData("<Eksport><Naglowek/>", "</Eksport>", "Eksport")]
    public void Check_InvoiceInAWrapper_SaysThatTheFileMustHoldItAlone(string start, string end, string root)
    {
        var finding = Check.Of(Encoding.UTF8.GetBytes(start + Invoice + end)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1107");
        finding.MessageEn.ShouldContain(root);
    }

    [Fact]
    public void Check_InvoiceOfADraftInAWrapper_IsNotCalledOutdated() =>
        Check.Of(Encoding.UTF8.GetBytes($"<Eksport>{Invoice.Replace("2025/06/25/13775", "2025/02/14/02141", StringComparison.Ordinal)}</Eksport>")).Codes().ShouldBe(["KSF-1107"]);

    [Fact]
    public void Check_SeveralInvoicesInAWrapper_AreCounted()
    {
        var finding = Check.Of(Encoding.UTF8.GetBytes($"<Faktury>{Invoice}{Invoice}{Invoice}</Faktury>")).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1108");
        finding.MessageEn.ShouldContain("(3)");
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    [InlineData("\n<!-- następna -->\n")]
    public void Check_SecondInvoiceInTheFile_IsNamedWithItsLine(string between)
    {
        foreach (var second in new[] { Invoice, Valid })
        {
            var text = Valid.TrimEnd() + between + second.TrimStart();
            var line = text[..(text.IndexOf("</Faktura>", StringComparison.Ordinal) + 10 + between.Length)].Count(character => character == '\n') + 1;

            var finding = Check.Of(Encoding.UTF8.GetBytes(text)).Findings.ShouldHaveSingleItem();

            (finding.Code, finding.Line).ShouldBe(("KSF-1023", line));
            finding.MessageEn.ShouldContain($"line {line}.");
        }
    }

    [Fact]
    public void Check_TextAfterTheInvoice_IsNamed() =>
        Check.Of(Encoding.UTF8.GetBytes(Valid + "\nkoniec")).Codes().ShouldBe(["KSF-1024"]);

    [Theory]
    [InlineData("utf8")]
    [InlineData("UTF_8")]
    [InlineData("UTF 8")]
    [InlineData("utf-8 ")]
    public void Check_Utf8ByAnotherName_SaysTheName(string encoding)
    {
        var finding = Check.Of(Encoding.UTF8.GetBytes(Valid.Replace("\"utf-8\"", $"\"{encoding}\"", StringComparison.Ordinal))).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1021");
        finding.MessagePl.ShouldContain("UTF-8");
    }
}
