using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KsefFunctions.Certificates;
using KsefFunctions.Errors;
using KsefFunctions.Settings;

namespace KsefFunctions.Tests.Certificates;

public sealed class CertificateRulesTests
{
    private const string Nip = "5265877635";
    private const string Other = "9512404519";
    private static readonly DateTimeOffset Now = TestCertificates.Start.AddMonths(3);

    [Theory]
    [InlineData(TestCertificates.Test, TargetEnvironment.Test, null)]
    [InlineData(TestCertificates.Test, TargetEnvironment.Demo, null)]
    [InlineData(TestCertificates.Test, TargetEnvironment.Production, "KSF-3105")]
    [InlineData(TestCertificates.Production, TargetEnvironment.Production, null)]
    [InlineData(TestCertificates.Production, TargetEnvironment.Test, "KSF-3105")]
    [InlineData(TestCertificates.Production, TargetEnvironment.Demo, "KSF-3105")]
    [InlineData(TestCertificates.Production, TargetEnvironment.Simulator, "KSF-3105")]
    [InlineData(TestCertificates.Provider, TargetEnvironment.Test, null)]
    [InlineData(TestCertificates.Provider, TargetEnvironment.Production, null)]
    [InlineData("CN=Symulator KSeF - certyfikat główny, O=Symulator KSeF, C=PL", TargetEnvironment.Simulator, null)]
    [InlineData("CN=Symulator KSeF - certyfikat główny, O=Symulator KSeF, C=PL", TargetEnvironment.Production, "KSF-3105")]
    public void Objection_IssuerOfAnEnvironment_BelongsThereOnly(string issuer, TargetEnvironment environment, string? expected)
    {
        using var certificate = TestCertificates.Company(Nip, issuer);

        Code(certificate, Use(environment)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(TargetEnvironment.Simulator, null)]
    [InlineData(TargetEnvironment.Test, null)]
    [InlineData(TargetEnvironment.Demo, "KSF-3104")]
    [InlineData(TargetEnvironment.Production, "KSF-3104")]
    public void Objection_SelfSigned_IsForTestingOnly(TargetEnvironment environment, string? expected)
    {
        using var certificate = TestCertificates.SelfSigned(Nip);

        Code(certificate, Use(environment)).ShouldBe(expected);
    }

    [Fact]
    public void Objection_ImportedAsDemo_IsRefusedOnTestThoughTheIssuerIsCalledTheSame()
    {
        using var certificate = TestCertificates.Company(Nip);

        Code(certificate, Use(TargetEnvironment.Test, new CredentialMarks(null, TargetEnvironment.Demo))).ShouldBe("KSF-3105");
        Code(certificate, Use(TargetEnvironment.Demo, new CredentialMarks(null, TargetEnvironment.Demo))).ShouldBeNull();
    }

    [Theory]
    [InlineData("OID.2.5.4.97=VATPL-5265877635", null)]
    [InlineData("OID.2.5.4.97=VATPL-5265877635 BR:PL-012345678", null)]
    [InlineData("OID.2.5.4.97=VATPL-9512404519", "KSF-3106")]
    [InlineData("SERIALNUMBER=TINPL-5265877635", null)]
    [InlineData("SERIALNUMBER=TINPL-9512404519", "KSF-3106")]
    [InlineData("SERIALNUMBER=PNOPL-90010112345", null)]
    [InlineData("SERIALNUMBER=PASDE-123456789", null)]
    [InlineData("O=Nobody in particular", null)]
    public void Objection_Subject_NamesThisCompanyOrAPersonThatActsForIt(string attribute, string? expected)
    {
        using var certificate = TestCertificates.Issue($"CN=Test, {attribute}, C=PL", TestCertificates.Test, X509KeyUsageFlags.DigitalSignature);

        Code(certificate, Use(TargetEnvironment.Test)).ShouldBe(expected);
    }

    [Fact]
    public void Objection_OtherCompanyImportedToRepresentThisOne_IsTakenForThisOneOnly()
    {
        using var certificate = TestCertificates.Company(Other);
        var marks = new CredentialMarks(Nip, TargetEnvironment.Test);

        Code(certificate, Use(TargetEnvironment.Test, marks)).ShouldBeNull();
        CertificateRules.Objection(certificate, new CredentialUse("1111111111", TargetEnvironment.Test, marks), Now)!.Definition.Code.ShouldBe("KSF-3106");
    }

    [Theory]
    [InlineData(TestCertificates.Test, X509KeyUsageFlags.DigitalSignature, null)]
    [InlineData(TestCertificates.Test, X509KeyUsageFlags.NonRepudiation, "KSF-3107")]
    [InlineData(TestCertificates.Provider, X509KeyUsageFlags.NonRepudiation, null)]
    [InlineData(TestCertificates.Provider, X509KeyUsageFlags.KeyEncipherment, "KSF-3107")]
    public void Objection_KeyUsage_SignsIn(string issuer, X509KeyUsageFlags usage, string? expected)
    {
        using var certificate = TestCertificates.Issue(TestCertificates.Seal(Nip), issuer, usage);

        Code(certificate, Use(TargetEnvironment.Test)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(1024, "KSF-3108")]
    [InlineData(2048, null)]
    [InlineData(4096, null)]
    public void Objection_RsaKey_HasEnoughBits(int bits, string? expected)
    {
        using var key = RSA.Create(bits);
        using var certificate = TestCertificates.Issue(TestCertificates.Seal(Nip), TestCertificates.Test, X509KeyUsageFlags.DigitalSignature, key: key);

        Code(certificate, Use(TargetEnvironment.Test)).ShouldBe(expected);
    }

    [Fact]
    public void Objection_EcKeyOnAnotherCurve_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        using var certificate = TestCertificates.Issue(TestCertificates.Seal(Nip), TestCertificates.Test, X509KeyUsageFlags.DigitalSignature, key: key);

        var objection = CertificateRules.Objection(certificate, Use(TargetEnvironment.Test), Now)!;

        objection.Definition.ShouldBe(CertificateErrors.UnsuitableKey);
        objection.Text.ShouldContain("EC 521");
    }

    [Fact]
    public void Objection_WithoutPrivateKey_IsUnreadable()
    {
        using var certificate = TestCertificates.Company(Nip);
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);

        Code(bare, Use(TargetEnvironment.Test)).ShouldBe("KSF-3109");
    }

    [Theory]
    [InlineData(-1, "KSF-3111")]
    [InlineData(0, null)]
    [InlineData(729, null)]
    [InlineData(730, "KSF-3110")]
    public void Objection_Clock_IsWithinTheValidity(int daysAfterStart, string? expected)
    {
        using var certificate = TestCertificates.Company(Nip, notAfter: TestCertificates.Start.AddDays(730));

        CertificateRules.Objection(certificate, Use(TargetEnvironment.Test), TestCertificates.Start.AddDays(daysAfterStart))?.Definition.Code.ShouldBe(expected);
    }

    [Fact]
    public void Objection_Text_NamesCompanyIssuerAndBothEnvironmentsInBothLanguages()
    {
        using var certificate = TestCertificates.Company(Nip);

        var objection = CertificateRules.Objection(certificate, Use(TargetEnvironment.Production), Now)!;

        foreach (var text in new[] { objection.Text, objection.TextPl })
        {
            text.ShouldContain(Nip);
            text.ShouldContain("TEST CCK KSeF");
            text.ShouldContain("Test/Demo");
            text.ShouldContain("Production");
        }
    }

    [Theory]
    [InlineData("CN=Test, O=Nobody in particular, C=PL", false)]
    [InlineData("CN=Test, SERIALNUMBER=PNOPL-90010112345, C=PL", true)]
    [InlineData("CN=Test, OID.2.5.4.97=VATPL-5265877635, C=PL", true)]
    public void Facts_Subject_TellWhetherKsefFindsTheOwnerByIt(string subject, bool expected)
    {
        using var certificate = TestCertificates.Issue(subject, TestCertificates.Test, X509KeyUsageFlags.DigitalSignature);

        CertificateFacts.Of(certificate).IsNumbered.ShouldBe(expected);
    }

    [Fact]
    public void Marks_AsTags_ComeBackAsTheyWere()
    {
        var marks = new CredentialMarks(Nip, TargetEnvironment.Production);

        CredentialMarks.Of(new Dictionary<string, string>(marks.ToTags())).ShouldBe(marks);
        CredentialMarks.Of(new Dictionary<string, string>()).ShouldBe(CredentialMarks.None);
    }

    private static CredentialUse Use(TargetEnvironment environment, CredentialMarks? marks = null) => new(Nip, environment, marks ?? CredentialMarks.None);

    private static string? Code(X509Certificate2 certificate, CredentialUse use) => CertificateRules.Objection(certificate, use, Now)?.Definition.Code;
}
