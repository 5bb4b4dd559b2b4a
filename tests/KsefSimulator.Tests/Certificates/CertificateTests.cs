using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Certificates;

public sealed class CertificateTests : IAsyncLifetime
{
    private readonly X509Certificate2 _person = TestCertificate.Person(TestKsef.Nip);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private TestKsef _ksef = null!;
    private string _token = null!;

    public async Task InitializeAsync()
    {
        _ksef = await TestKsef.StartAsync();
        _token = (await _ksef.RedeemAsync(await _ksef.SubmitAsync(_person)))["accessToken"]!["token"]!.GetValue<string>();
    }

    public async Task DisposeAsync()
    {
        _person.Dispose();
        _key.Dispose();
        await _ksef.DisposeAsync();
    }

    [Fact]
    public async Task Enroll_ThenLogIn_IsAnInternalCertificate()
    {
        using var certificate = await IssueAsync("Authentication");

        var submitted = await _ksef.SubmitAsync(certificate);

        (await _ksef.StatusAsync(submitted))["code"]!.GetValue<int>().ShouldBe(200);
        var status = await _ksef.GetAsync($"auth/{submitted.Json["referenceNumber"]}", submitted.Json["authenticationToken"]!["token"]!.GetValue<string>());
        status.Json["authenticationMethod"]!.GetValue<string>().ShouldBe("InternalCertificate");
    }

    [Fact]
    public async Task LogIn_WithRevokedCertificate_EndsWith460()
    {
        using var certificate = await IssueAsync("Authentication");
        (await _ksef.PostAsync($"certificates/{certificate.SerialNumber}/revoke", new JsonObject(), _token)).Status.ShouldBe(HttpStatusCode.NoContent);

        var status = await _ksef.StatusAsync(await _ksef.SubmitAsync(certificate));

        (status["code"]!.GetValue<int>(), status["details"]![0]!.GetValue<string>()).ShouldBe((460, "Certyfikat odwołany"));
        (await _ksef.PostAsync($"certificates/{certificate.SerialNumber}/revoke", new JsonObject(), _token)).Code.ShouldBe(25009);
    }

    [Fact]
    public async Task LogIn_WithOfflineCertificate_EndsWith460()
    {
        using var certificate = await IssueAsync("Offline");

        (await _ksef.StatusAsync(await _ksef.SubmitAsync(certificate)))["code"]!.GetValue<int>().ShouldBe(460);
        certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.ShouldBe(X509KeyUsageFlags.NonRepudiation);
    }

    [Fact]
    public async Task LogIn_WithACertificateThatOnlyNamesTheRoot_EndsWith460()
    {
        using var genuine = await IssueAsync("Authentication");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var foreignRoot = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(genuine.SubjectName, key, HashAlgorithmName.SHA256);
        using var forged = request.Create(
            genuine.IssuerName, X509SignatureGenerator.CreateForECDsa(foreignRoot), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), genuine.SerialNumberBytes.Span);
        using var certificate = forged.CopyWithPrivateKey(key);

        var status = await _ksef.StatusAsync(await _ksef.SubmitAsync(certificate));

        (status["code"]!.GetValue<int>(), status["details"]![0]!.GetValue<string>()).ShouldBe((460, "Błąd weryfikacji łańcucha certyfikatów"));
    }

    [Fact]
    public async Task Enroll_OutOfRule_Refused()
    {
        var someoneElse = new CertificateRequest($"CN=Ktoś Inny, SERIALNUMBER=TINPL-{TestKsef.OtherNip}, C=PL", _key, HashAlgorithmName.SHA256).CreateSigningRequest();
        using var weak = RSA.Create(3072);
        var wrongKey = new CertificateRequest(_person.SubjectName, weak, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest();

        (await EnrollAsync("Authentication", someoneElse)).Code.ShouldBe(25003);
        (await EnrollAsync("Authentication", [1, 2, 3])).Code.ShouldBe(25004);
        (await EnrollAsync("Authentication", wrongKey)).Code.ShouldBe(25010);
        (await EnrollAsync("Wrong", Csr())).Code.ShouldBe(21405);
    }

    [Fact]
    public async Task Enroll_MoreOftenThanAllowed_Refused25006()
    {
        await _ksef.PostAsync("testdata/limits/subject/certificate", new JsonObject { ["enrollment"] = new JsonObject { ["maxEnrollments"] = 1 } }, _token);
        (await EnrollAsync("Authentication", Csr())).Status.ShouldBe(HttpStatusCode.Accepted);

        (await EnrollAsync("Authentication", Csr())).Code.ShouldBe(25006);
        (await _ksef.GetAsync("certificates/limits", _token)).Json["canRequest"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task UnknownOrSomebodyElses_Certificate_IsNotFound()
    {
        using var certificate = await IssueAsync("Authentication");
        using var stranger = TestCertificate.Person(TestKsef.OtherNip);
        var token = (await _ksef.RedeemAsync(await _ksef.SubmitAsync(stranger, TestKsef.OtherNip)))["accessToken"]!["token"]!.GetValue<string>();

        (await _ksef.GetAsync("certificates/enrollments/20260101-EH-0000000000-0000000000-00", _token)).Code.ShouldBe(25005);
        (await _ksef.PostAsync("certificates/0123456789ABCDEF/revoke", new JsonObject(), _token)).Code.ShouldBe(25008);
        (await _ksef.PostAsync($"certificates/{certificate.SerialNumber}/revoke", new JsonObject(), token)).Code.ShouldBe(25008);
    }

    [Fact]
    public async Task Enroll_AtTheLimit_Refused25007WithoutDetails()
    {
        await _ksef.PostAsync("testdata/limits/subject/certificate", new JsonObject { ["certificate"] = new JsonObject { ["maxCertificates"] = 1 } }, _token);
        (await EnrollAsync("Authentication", Csr())).Status.ShouldBe(HttpStatusCode.Accepted);

        var reply = await EnrollAsync("Authentication", Csr());

        reply.Code.ShouldBe(25007);
        reply.Detail.ShouldBeNull();
    }

    private byte[] Csr() => new CertificateRequest(_person.SubjectName, _key, HashAlgorithmName.SHA256).CreateSigningRequest();

    private Task<Reply> EnrollAsync(string type, byte[] csr) => _ksef.PostAsync(
        "certificates/enrollments", new JsonObject { ["certificateName"] = "Certyfikat testowy", ["certificateType"] = type, ["csr"] = Convert.ToBase64String(csr) }, _token);

    private async Task<X509Certificate2> IssueAsync(string type)
    {
        var enrolled = await EnrollAsync(type, Csr());
        enrolled.Status.ShouldBe(HttpStatusCode.Accepted, enrolled.Text);
        var serial = (await _ksef.GetAsync($"certificates/enrollments/{enrolled.Json["referenceNumber"]}", _token)).Json["certificateSerialNumber"]!;
        var retrieved = await _ksef.PostAsync("certificates/retrieve", new JsonObject { ["certificateSerialNumbers"] = new JsonArray(serial.DeepClone()) }, _token);
        using var bare = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(retrieved.Json["certificates"]![0]!["certificate"]!.GetValue<string>()));
        return bare.CopyWithPrivateKey(_key);
    }
}
