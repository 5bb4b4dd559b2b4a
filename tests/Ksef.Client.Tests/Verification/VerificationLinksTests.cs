using System.Globalization;

namespace Ksef.Client.Tests;

public sealed class VerificationLinksTests
{
    private const string Nip = "1111111111";
    private static readonly DateOnly Issued = new(2026, 2, 1);

    // SHA-256 of the example in kody-qr.md, written there as UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE.
    private const string Hash = "UtQp9Gpc51y+u3xApZjIjgkpZ01js+J8KflSPW8WzIE=";

    [Fact]
    public void ToInvoice_ExampleOfTheDocumentation_GivesItsLink() => VerificationLinks.ToInvoice(KsefEnvironment.Test, Nip, Issued, Hash)!.AbsoluteUri.ShouldBe(
        "https://qr-test.ksef.mf.gov.pl/invoice/1111111111/01-02-2026/UtQp9Gpc51y-u3xApZjIjgkpZ01js-J8KflSPW8WzIE");

    [Fact]
    public void ToInvoice_EachEnvironment_HasItsHost() => new[] { KsefEnvironment.Test, KsefEnvironment.Demo, KsefEnvironment.Production }
        .Select(environment => VerificationLinks.ToInvoice(environment, Nip, Issued, Hash)!.Host)
        .ShouldBe(["qr-test.ksef.mf.gov.pl", "qr-demo.ksef.mf.gov.pl", "qr.ksef.mf.gov.pl"]);

    [Fact]
    public void ToInvoice_Simulator_HasNoPage() =>
        VerificationLinks.ToInvoice(KsefEnvironment.Simulator(new Uri("http://localhost:5000/v2/")), Nip, Issued, Hash).ShouldBeNull();

    [Fact]
    public void ToInvoice_HashWithASlash_StaysOnePartOfThePath()
    {
        var allOnes = Convert.ToBase64String(Enumerable.Repeat((byte)0xFF, 32).ToArray());

        var link = VerificationLinks.ToInvoice(KsefEnvironment.Production, Nip, Issued, allOnes)!;

        allOnes.ShouldStartWith("////");
        link.Segments.ShouldBe(["/", "invoice/", "1111111111/", "01-02-2026/", new string('_', 42) + "8"]);
    }

    [Fact]
    public void ToInvoice_OtherCalendarOfTheMachine_DateIsTheInvoices()
    {
        var usual = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("th-TH");
        try
        {
            VerificationLinks.ToInvoice(KsefEnvironment.Test, Nip, Issued, Hash)!.AbsoluteUri.ShouldContain("/01-02-2026/");
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Theory]
    [InlineData("PL1111111111")]
    [InlineData("111111111/")]
    [InlineData("")]
    public void ToInvoice_NoNip_ThrowsArgumentException(string nip) =>
        Should.Throw<ArgumentException>(() => VerificationLinks.ToInvoice(KsefEnvironment.Test, nip, Issued, Hash)).ParamName.ShouldBe("sellerNip");

    [Fact]
    public void ToInvoice_HashInHexadecimal_ThrowsArgumentException() =>
        Should.Throw<ArgumentException>(() => VerificationLinks.ToInvoice(KsefEnvironment.Test, Nip, Issued, new string('a', 64))).ParamName.ShouldBe("invoiceHash");
}
