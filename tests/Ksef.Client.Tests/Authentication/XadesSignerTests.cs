using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Ksef.Client.Tests;

public sealed class XadesSignerTests
{
    private const string Challenge = "20250625-CR-20F5EE4000-DA48AE4124-46";
    private static readonly DateTimeOffset SigningTime = new(2026, 10, 5, 10, 0, 0, 123, TimeSpan.FromHours(2));
    private static readonly XNamespace Ds = SignedXml.XmlDsigNamespaceUrl;
    private static readonly XNamespace Xades = "http://uri.etsi.org/01903/v1.3.2#";

    public static TheoryData<string, bool> Names => new()
    {
        { "VATPL-5265877635", true },
        { "VATPL-5265877635", false },
        { "\"Młyn Pod Lipami\", s.c. + <Kłos>; a\\b", true },
        { "# Zażółć\r\n\t\0 gęślą 🌾 ", false },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sign_AnyKey_VerifiesAndCoversRootAndSignedProperties(bool rsa)
    {
        using var certificate = rsa ? Certificates.Rsa() : Certificates.Ec();

        var signed = Load(XadesSigner.Sign(Request(), certificate, SigningTime));

        Verify(signed, certificate).ShouldBeTrue();
        var references = new SignedDocument(signed).SignedInfo!.References.Cast<Reference>().ToList();
        references.Select(reference => reference.Uri).ShouldBe(["", "#SignedProperties"]);
        references[1].Type.ShouldBe("http://uri.etsi.org/01903#SignedProperties");
    }

    [Theory]
    [InlineData("//*[local-name()='Nip']")]
    [InlineData("//*[local-name()='SigningTime']")]
    [InlineData("//*[local-name()='SignedInfo']//*[local-name()='DigestValue']")]
    public void Sign_ContentChangedAfterwards_DoesNotVerify(string xpath)
    {
        using var certificate = Certificates.Rsa();
        var signed = Load(XadesSigner.Sign(Request(), certificate, SigningTime));

        ChangeFirstLetter(signed.SelectSingleNode(xpath)!);

        Verify(signed, certificate).ShouldBeFalse();
    }

    [Fact]
    public void Sign_EcKey_WritesRawRAndS()
    {
        using var certificate = Certificates.Ec();

        var signed = Parse(XadesSigner.Sign(Request(), certificate, SigningTime));

        signed.Descendants(Ds + "SignatureMethod").Single().Attribute("Algorithm")!.Value.ShouldBe("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
        Convert.FromBase64String(signed.Descendants(Ds + "SignatureValue").Single().Value).Length.ShouldBe(64);
    }

    [Fact]
    public void Sign_RsaKey_StatesTheProfileOfKsef()
    {
        using var certificate = Certificates.Rsa();

        var signed = Parse(XadesSigner.Sign(Request(), certificate, SigningTime));

        signed.Elements(Ds + "Signature").ShouldHaveSingleItem("the signature is enveloped");
        signed.Descendants(Ds + "CanonicalizationMethod").Single().Attribute("Algorithm")!.Value.ShouldBe("http://www.w3.org/2001/10/xml-exc-c14n#");
        signed.Descendants(Ds + "SignatureMethod").Single().Attribute("Algorithm")!.Value.ShouldBe("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
        signed.Descendants(Ds + "DigestMethod").Select(method => method.Attribute("Algorithm")!.Value).ShouldAllBe(value => value == "http://www.w3.org/2001/04/xmlenc#sha256");
        signed.Descendants(Xades + "SigningTime").Single().Value.ShouldBe("2026-10-05T08:00:00.123Z");
        signed.Descendants(Xades + "CertDigest").Single().Element(Ds + "DigestValue")!.Value
            .ShouldBe(Convert.ToBase64String(SHA256.HashData(certificate.RawData)));
        signed.Descendants(Ds + "X509SerialNumber").Single().Value.ShouldNotStartWith("-");
        Convert.FromBase64String(signed.Descendants(Ds + "X509Certificate").Single().Value).ShouldBe(certificate.RawData);
    }

    [Fact]
    public void Sign_IssuerThatNetWritesInItsOwnWay_IsNamedAsTheStandardWants()
    {
        using var certificate = Certificates.Ec(DistinguishedNames.Of(
            [("2.5.4.97", "VATPL-5265877635")], [("2.5.4.3", "\"Młyn\", s.c.")], [("2.5.4.4", "Kos")], [("2.5.4.6", "PL")]));

        var signed = Parse(XadesSigner.Sign(Request(), certificate, SigningTime));

        signed.Descendants(Ds + "X509IssuerName").Single().Value
            .ShouldBe("2.5.4.97=#0C10564154504C2D35323635383737363335,CN=\\\"Młyn\\\"\\, s.c.,2.5.4.4=#0C034B6F73,C=PL");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Sign_AnyIssuer_IsAcceptedByXmlCrypto(string name, bool rsa)
    {
        var issuer = DistinguishedNames.Of([("2.5.4.97", name)], [("2.5.4.3", name), ("2.5.4.42", name)], [("2.5.4.6", "PL")]);
        using var certificate = rsa ? Certificates.Rsa(issuer) : Certificates.Ec(issuer);

        var verdict = await XmlCryptoJudge.JudgeAsync(XadesSigner.Sign(Request(), certificate, SigningTime), certificate);

        verdict.Valid.ShouldBeTrue();
        verdict.Covered.ShouldBe(["AuthTokenRequest", "SignedProperties"]);
    }

    [Theory]
    [InlineData("//*[local-name()='Nip']")]
    [InlineData("//*[local-name()='X509IssuerName']")]
    [InlineData("//*[local-name()='SignedInfo']//*[local-name()='DigestValue']")]
    public async Task Sign_ContentChangedAfterwards_IsRefusedByXmlCrypto(string xpath)
    {
        using var certificate = Certificates.Ec();
        var signed = Load(XadesSigner.Sign(Request(), certificate, SigningTime));

        ChangeFirstLetter(signed.SelectSingleNode(xpath)!);

        (await XmlCryptoJudge.JudgeAsync(Encoding.UTF8.GetBytes(signed.OuterXml), certificate)).Valid.ShouldBeFalse();
    }

    [Fact]
    public async Task Sign_CertificateOfAnother_IsRefusedByXmlCrypto()
    {
        using var certificate = Certificates.Ec();
        using var another = Certificates.Ec();

        (await XmlCryptoJudge.JudgeAsync(XadesSigner.Sign(Request(), certificate, SigningTime), another)).Valid.ShouldBeFalse();
    }

    [Theory]
    [InlineData(ContextType.Nip, "5265877635", false)]
    [InlineData(ContextType.InternalId, "5265877635-12345", true)]
    [InlineData(ContextType.NipVatUe, "5265877635-DE123456789", false)]
    public void Create_EveryKindOfContext_IsValidUnderTheSchema(ContextType type, string value, bool byFingerprint)
    {
        var request = AuthTokenRequest.Create(Challenge, new ContextIdentifier(type, value), byFingerprint);

        Complaints(request).ShouldBeEmpty();
        request.Descendants(AuthTokenRequest.Namespace + type.ToString()).Single().Value.ShouldBe(value);
    }

    [Fact]
    public void Sign_WithoutItsSignature_IsStillValidUnderTheSchema()
    {
        using var certificate = Certificates.Ec();
        var signed = Parse(XadesSigner.Sign(Request(), certificate, SigningTime));

        signed.Element(Ds + "Signature")!.Remove();

        Complaints(signed).ShouldBeEmpty();
        signed.ToString().ShouldBe(Request().ToString());
    }

    [Fact]
    public void Complaints_ChallengeOfAnotherForm_AreNotEmpty() =>
        Complaints(AuthTokenRequest.Create("20250625-CR", ContextIdentifier.Nip("5265877635"), false)).ShouldNotBeEmpty();

    [Fact]
    public void Sign_CurveThatKsefDoesNotTake_IsRefused()
    {
        using var certificate = Certificates.Ec(ECCurve.NamedCurves.nistP521);

        Should.Throw<CryptographicException>(() => XadesSigner.Sign(Request(), certificate, SigningTime)).Message.ShouldContain("P-256");
    }

    [Fact]
    public void Sign_CertificateWithoutPrivateKey_IsRefused()
    {
        using var certificate = Certificates.Rsa();
        using var publicPart = X509CertificateLoader.LoadCertificate(certificate.RawData);

        Should.Throw<CryptographicException>(() => XadesSigner.Sign(Request(), publicPart, SigningTime)).Message.ShouldContain("private key");
    }

    private static void ChangeFirstLetter(XmlNode node) => node.InnerText = (node.InnerText[0] == '1' ? '2' : '1') + node.InnerText[1..];

    private static XElement Request() => AuthTokenRequest.Create(Challenge, ContextIdentifier.Nip("5265877635"), byFingerprint: false);

    /// <summary>
    /// CheckSignature alone says yes to a signature without references, and .NET knows no ECDSA for XML: digests are checked by SignedXml,
    /// the signature over the canonical SignedInfo here.
    /// </summary>
    private static bool Verify(XmlDocument document, X509Certificate2 certificate)
    {
        var signed = new SignedDocument(document);
        if (certificate.GetRSAPublicKey() is { } rsa)
        {
            return signed.CheckSignature(rsa);
        }

        var signedInfo = new XmlDocument { PreserveWhitespace = true };
        signedInfo.LoadXml(document.SelectSingleNode("//*[local-name()='SignedInfo']")!.OuterXml);
        var canonicalization = new XmlDsigExcC14NTransform();
        canonicalization.LoadInput(signedInfo);
        var bytes = ((MemoryStream)canonicalization.GetOutput(typeof(Stream))).ToArray();
        using var key = certificate.GetECDsaPublicKey()!;
        return signed.DigestsMatch() && key.VerifyData(bytes, signed.SignatureValue!, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static List<string> Complaints(XElement document)
    {
        using var schema = XmlReader.Create(Assembly.GetExecutingAssembly().GetManifestResourceStream("schemat_auth_v2-0.xsd")!);
        var schemas = new XmlSchemaSet();
        schemas.Add(null, schema);
        List<string> complaints = [];
        new XDocument(document).Validate(schemas, (_, complaint) => complaints.Add(complaint.Message));
        return complaints;
    }

    private static XElement Parse(byte[] document) => XElement.Load(new MemoryStream(document), LoadOptions.PreserveWhitespace);

    private static XmlDocument Load(byte[] document)
    {
        var loaded = new XmlDocument { PreserveWhitespace = true };
        loaded.Load(new MemoryStream(document));
        return loaded;
    }

    private sealed class SignedDocument : SignedXml
    {
        private readonly XmlDocument _document;

        public SignedDocument(XmlDocument document)
            : base(document)
        {
            _document = document;
            LoadXml((XmlElement)document.GetElementsByTagName("Signature", XmlDsigNamespaceUrl)[0]!);
        }

        public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
            (XmlElement?)document?.SelectSingleNode($"//*[@Id='{idValue}']");

        public bool DigestsMatch() => SignedInfo!.References.Cast<Reference>().All(reference =>
        {
            var content = new XmlDocument { PreserveWhitespace = true };
            if (reference.Uri!.Length == 0)
            {
                content.LoadXml(_document.OuterXml);
                content.DocumentElement!.RemoveChild(content.GetElementsByTagName("Signature", XmlDsigNamespaceUrl)[0]!);
            }
            else
            {
                content.LoadXml(GetIdElement(_document, reference.Uri[1..])!.OuterXml);
            }

            var canonicalization = new XmlDsigExcC14NTransform();
            canonicalization.LoadInput(content);
            return SHA256.HashData(((MemoryStream)canonicalization.GetOutput(typeof(Stream))).ToArray()).SequenceEqual(reference.DigestValue!);
        });
    }
}
