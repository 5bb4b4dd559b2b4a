using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using System.Xml.Schema;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Upo;

public sealed class UpoTests
{
    private const string Namespace = "http://upo.schematy.mf.gov.pl/KSeF/v4-3";

    [Fact]
    public async Task SessionUpo_Downloaded_IsValidUnderItsSchemaAndSigned()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync((TestInvoice.Sample() with { Number = "FV <1> & \"2\"" }).ToBytes());
        await session.SendAsync(TestInvoice.Valid());
        await session.CloseAsync();
        var page = (await session.FinalAsync())["upo"]!["pages"]![0]!;

        using var request = new HttpRequestMessage(HttpMethod.Get, page["downloadUrl"]!.GetValue<string>());
        var downloaded = await ksef.SendAsync(request);
        var fromApi = await ksef.GetAsync($"sessions/{session.Reference}/upo/{page["referenceNumber"]}", session.Token);

        downloaded.Headers["x-ms-meta-hash"].ShouldBe(TestKsef.Sha256(downloaded.Body));
        fromApi.Body.ShouldBe(downloaded.Body);
        var upo = Load(downloaded.Body);
        VerifySignature(upo);
        WithoutSignature(upo, Validate);
        Texts(upo, "NumerFaktury").ShouldContain("FV <1> & \"2\"");
        Texts(upo, "CalkowitaLiczbaDokumentow").ShouldBe(["2"]);
        upo.GetElementsByTagName("X509IssuerName", SignedXml.XmlDsigNamespaceUrl)[0]!.InnerText.ShouldBe("CN=Pieczęć UPO,O=Symulator KSeF,C=PL");
        Texts(upo, "NumerReferencyjnySesji").ShouldBe([session.Reference]);
    }

    [Fact]
    public async Task InvoiceUpo_ByAllThreeWays_IsTheSameDocument()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        var invoice = TestInvoice.Valid();
        var reference = await session.SendAsync(invoice);
        var listed = (await session.InvoicesAsync())[0]!;
        var number = listed["ksefNumber"]!.GetValue<string>();

        var byReference = await ksef.GetAsync($"sessions/{session.Reference}/invoices/{reference}/upo", session.Token);
        var byNumber = await ksef.GetAsync($"sessions/{session.Reference}/invoices/ksef/{number}/upo", session.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, listed["upoDownloadUrl"]!.GetValue<string>());
        var byLink = await ksef.SendAsync(request);

        byNumber.Body.ShouldBe(byReference.Body);
        byLink.Body.ShouldBe(byReference.Body);
        byLink.Headers["x-ms-meta-hash"].ShouldBe(TestKsef.Sha256(byLink.Body));
        var upo = Load(byReference.Body);
        VerifySignature(upo);
        WithoutSignature(upo, Validate);
        Texts(upo, "NumerKSeFDokumentu").ShouldBe([number]);
        Texts(upo, "SkrotDokumentu").ShouldBe([TestKsef.Sha256(invoice)]);
    }

    [Fact]
    public async Task Upo_OfARejectedInvoice_IsNotFound21178()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync("<a/>"u8.ToArray());

        (await ksef.GetAsync($"sessions/{session.Reference}/invoices/ksef/{TestKsef.Nip}-20260101-010000000000-00/upo", session.Token)).Code.ShouldBe(21178);
    }

    [Fact]
    public async Task DownloadLink_AfterThreeDaysOrChanged_IsForbidden()
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        await session.SendAsync(TestInvoice.Valid());
        var link = (await session.InvoicesAsync())[0]!["upoDownloadUrl"]!.GetValue<string>();

        (await ksef.Http.GetAsync(link[..^1] + "x")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        ksef.Server.Clock.Advance(TimeSpan.FromDays(3.1));
        (await ksef.Http.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static XmlDocument Load(byte[] content)
    {
        content.AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBeFalse();
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Encoding.UTF8.GetString(content));
        return document;
    }

    // The framework's own verifier: it shares no code with the seal.
    private static void VerifySignature(XmlDocument upo)
    {
        var signature = (XmlElement)upo.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0]!;
        var signed = new SignedXml(upo);
        signed.LoadXml(signature);
        signed.SignedInfo!.References.Count.ShouldBe(2);
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(upo.GetElementsByTagName("X509Certificate", SignedXml.XmlDsigNamespaceUrl)[0]!.InnerText));
        signed.CheckSignature(certificate, verifySignatureOnly: true).ShouldBeTrue();
    }

    private static void WithoutSignature(XmlDocument upo, Action<XmlDocument> check)
    {
        var copy = (XmlDocument)upo.CloneNode(deep: true);
        copy.DocumentElement!.RemoveChild(copy.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0]!);
        check(copy);
    }

    private static void Validate(XmlDocument upo)
    {
        var schemas = new XmlSchemaSet();
        using var reader = XmlReader.Create(Path.Combine(AppContext.BaseDirectory, "Upo", "upo-v4-3.xsd"));
        schemas.Add(Namespace, reader);
        upo.Schemas = schemas;
        var violations = new List<string>();
        upo.Validate((_, found) => violations.Add(found.Message));
        violations.ShouldBeEmpty();
    }

    private static List<string> Texts(XmlDocument upo, string name) => upo.GetElementsByTagName(name, Namespace).OfType<XmlElement>().Select(element => element.InnerText).ToList();
}
