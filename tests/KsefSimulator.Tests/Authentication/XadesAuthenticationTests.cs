using System.Net;
using System.Security.Cryptography.Xml;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Authentication;

public sealed class XadesAuthenticationTests
{
    public static TheoryData<bool, bool, string, string> Variants()
    {
        var data = new TheoryData<bool, bool, string, string>();
        foreach (var elliptic in new[] { false, true })
        {
            foreach (var enveloping in new[] { false, true })
            {
                data.Add(elliptic, enveloping, SignedXml.XmlDsigExcC14NTransformUrl, "2.1");
                data.Add(elliptic, enveloping, SignedXml.XmlDsigC14NTransformUrl, "2.0");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Submit_EveryWayClientsSign_Succeeds(bool elliptic, bool enveloping, string canonicalization, string version)
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Person(TestKsef.Nip, elliptic);
        var signer = new XadesSigner(certificate) { Enveloping = enveloping, Canonicalization = canonicalization };

        var submitted = await ksef.SubmitAsync(signer.Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip, version)));

        (await ksef.StatusAsync(submitted))["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task Submit_ReferencesLeaveOutTheDocument_Refused9105()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signer = new XadesSigner(certificate) { CoverDocument = false };

        var reply = await ksef.SubmitAsync(signer.Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip)));

        (reply.Status, reply.Code).ShouldBe((HttpStatusCode.BadRequest, 9105));
        reply.Detail.ShouldBe("Podpis nie obejmuje dokumentu.");
    }

    [Fact]
    public async Task Submit_ReferencesLeaveOutTheSignedProperties_Refused9105()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signer = new XadesSigner(certificate) { CoverProperties = false };

        var reply = await ksef.SubmitAsync(signer.Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip)));

        reply.Code.ShouldBe(9105);
    }

    [Fact]
    public async Task Submit_SignatureWithoutAnyReference_Refused9105()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signed = new XadesSigner(certificate).Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip));
        var start = signed.IndexOf("<Reference", StringComparison.Ordinal);
        var end = signed.LastIndexOf("</Reference>", StringComparison.Ordinal) + "</Reference>".Length;

        (await ksef.SubmitAsync(signed.Remove(start, end - start))).Code.ShouldBe(9105);
    }

    [Fact]
    public async Task Submit_ContextChangedAfterSigning_Refused9105()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signed = new XadesSigner(certificate).Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip));

        (await ksef.SubmitAsync(signed.Replace(TestKsef.Nip, TestKsef.OtherNip, StringComparison.Ordinal))).Code.ShouldBe(9105);
    }

    [Fact]
    public async Task Submit_SigningTimeChangedAfterSigning_Refused9105()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signed = new XadesSigner(certificate).Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip));

        (await ksef.SubmitAsync(signed.Replace("SigningTime>20", "SigningTime>19", StringComparison.Ordinal))).Code.ShouldBe(9105);
    }

    [Fact]
    public async Task Submit_SignatureWrappedAroundAnotherRequest_Refused()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signed = new XadesSigner(certificate) { Enveloping = true }.Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip));
        var forged = XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.OtherNip);

        // The signed Object stays, but another one with the forged request is put before it.
        var wrapped = signed.Replace("<Object Id=\"Content\">", $"<Object Id=\"Other\">{forged}</Object><Object Id=\"Content\">", StringComparison.Ordinal);
        wrapped.ShouldNotBe(signed);

        (await ksef.SubmitAsync(wrapped)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Submit_PropertiesNameAnotherCertificate_Refused21115()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        using var other = TestCertificate.Seal(TestKsef.Nip);
        var signer = new XadesSigner(certificate) { NamedCertificate = other };

        (await ksef.SubmitAsync(signer.Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip)))).Code.ShouldBe(21115);
    }

    [Fact]
    public async Task Submit_NoSignature_Refused9102()
    {
        await using var ksef = await TestKsef.StartAsync();

        (await ksef.SubmitAsync(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip))).Code.ShouldBe(9102);
    }

    [Theory]
    [InlineData("not xml at all")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><AuthTokenRequest>&b;</AuthTokenRequest>")]
    public async Task Submit_NotXmlOrWithDtd_Refused21001(string content)
    {
        await using var ksef = await TestKsef.StartAsync();

        (await ksef.SubmitAsync(content)).Code.ShouldBe(21001);
    }

    [Fact]
    public async Task Submit_NotUtf8_Refused21217()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(ksef.BaseAddress, "auth/xades-signature")) { Content = new ByteArrayContent([(byte)'<', 0xFF, 0xFE]) };

        (await ksef.SendAsync(request)).Code.ShouldBe(21217);
    }

    [Fact]
    public async Task Submit_TwoSignatures_Refused9103()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signed = new XadesSigner(certificate).Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip));
        var start = signed.IndexOf("<Signature", StringComparison.Ordinal);
        var end = signed.LastIndexOf("</Signature>", StringComparison.Ordinal) + "</Signature>".Length;

        (await ksef.SubmitAsync(signed.Insert(end, signed[start..end]))).Code.ShouldBe(9103);
    }

    [Fact]
    public async Task Submit_AnotherDocument_Refused9101()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var request = XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip).Replace("AuthTokenRequest", "InnyDokument", StringComparison.Ordinal);

        (await ksef.SubmitAsync(new XadesSigner(certificate).Sign(request))).Code.ShouldBe(9101);
    }

    [Fact]
    public async Task Submit_SignatureValueChanged_Refused9105()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        using var other = TestCertificate.Seal(TestKsef.Nip);
        var request = XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip);
        static string ValueOf(string signed) => System.Text.RegularExpressions.Regex.Match(signed, "<SignatureValue>(.*?)</SignatureValue>").Groups[1].Value;
        var signed = new XadesSigner(certificate).Sign(request);

        (await ksef.SubmitAsync(signed.Replace(ValueOf(signed), ValueOf(new XadesSigner(other).Sign(request)), StringComparison.Ordinal))).Code.ShouldBe(9105);
    }

    [Fact]
    public async Task Submit_ChallengeNeverIssued_Refused21111()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);

        (await ksef.SubmitAsync(new XadesSigner(certificate).Sign(XadesSigner.Request("20260101-CR-0000000000-0000000000-00", TestKsef.Nip)))).Code.ShouldBe(21111);
    }

    [Fact]
    public async Task Submit_CertificateNotYetValid_EndsWith460()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Create($"CN=Test, OID.2.5.4.97=VATPL-{TestKsef.Nip}", elliptic: true, DateTimeOffset.UtcNow.AddDays(1), DateTimeOffset.UtcNow.AddDays(9));

        (await ksef.StatusAsync(await ksef.SubmitAsync(certificate)))["code"]!.GetValue<int>().ShouldBe(460);
    }

    [Fact]
    public async Task Submit_ChallengeUsedTwice_Refused21111()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signed = new XadesSigner(certificate).Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip));

        (await ksef.SubmitAsync(signed)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await ksef.SubmitAsync(signed)).Code.ShouldBe(21111);
    }

    [Fact]
    public async Task Submit_ChallengeOlderThanTenMinutes_Refused21111()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var signed = new XadesSigner(certificate).Sign(XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip));

        ksef.Server.Clock.Advance(TimeSpan.FromMinutes(11));

        (await ksef.SubmitAsync(signed)).Code.ShouldBe(21111);
    }

    [Fact]
    public async Task Submit_UnknownElementInRequest_Refused21401()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        var request = XadesSigner.Request(await ksef.ChallengeAsync(), TestKsef.Nip).Replace("<SubjectIdentifierType>", "<Extra/><SubjectIdentifierType>", StringComparison.Ordinal);

        (await ksef.SubmitAsync(new XadesSigner(certificate).Sign(request))).Code.ShouldBe(21401);
    }

    [Fact]
    public async Task Submit_CertificateOfAnotherNip_EndsWith415()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.OtherNip);

        var status = await ksef.StatusAsync(await ksef.SubmitAsync(certificate));

        status["code"]!.GetValue<int>().ShouldBe(415);
        status["details"]![0]!.GetValue<string>().ShouldBe("Brak przypisanych uprawnień");
    }

    [Fact]
    public async Task Submit_ExpiredCertificate_EndsWith460()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Create($"CN=Test, OID.2.5.4.97=VATPL-{TestKsef.Nip}", elliptic: true, DateTimeOffset.UtcNow.AddDays(-9), DateTimeOffset.UtcNow.AddDays(-1));

        var status = await ksef.StatusAsync(await ksef.SubmitAsync(certificate));

        status["code"]!.GetValue<int>().ShouldBe(460);
        status["details"]![0]!.GetValue<string>().ShouldBe("Nieważny certyfikat");
    }

    [Fact]
    public async Task Submit_CertificateOfAForeignAuthority_EndsWith460()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.IssuedBySomebody(TestKsef.Nip);

        var status = await ksef.StatusAsync(await ksef.SubmitAsync(certificate));

        status["code"]!.GetValue<int>().ShouldBe(460);
        status["details"]![0]!.GetValue<string>().ShouldBe("Niezaufany łańcuch certyfikatów");
    }

    [Fact]
    public async Task Submit_SelfSignedWhenChainIsToBeVerified_EndsWith460()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);

        (await ksef.StatusAsync(await ksef.SubmitAsync(certificate, query: "?verifyCertificateChain=true")))["code"]!.GetValue<int>().ShouldBe(460);
    }

    [Fact]
    public async Task Submit_CertificateWithoutIdentifier_Refused21406()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Nameless();

        (await ksef.SubmitAsync(certificate)).Code.ShouldBe(21406);
    }
}
