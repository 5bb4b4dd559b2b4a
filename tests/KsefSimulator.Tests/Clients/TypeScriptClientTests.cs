using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;
using NodePackages;
using SampleInvoices;

namespace KsefSimulator.Tests.Clients;

/// <summary>ksef-client-ts, written by others against the real KSeF, drives the simulator.</summary>
public sealed class TypeScriptClientTests
{
    private static readonly NodePackage Client = new("TypeScriptClient", "ksef-client-ts");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task KsefClientTs_WholeSendingSide_Works(bool elliptic)
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.FromMilliseconds(100) });
        using var certificate = TestCertificate.Person(TestKsef.Nip, elliptic);
        using var key = (System.Security.Cryptography.AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()!;
        var input = new JsonObject
        {
            ["baseUrl"] = ksef.Server.Origin.ToString().TrimEnd('/'),
            ["nip"] = TestKsef.Nip,
            ["certificate"] = certificate.ExportCertificatePem(),
            ["key"] = key.ExportPkcs8PrivateKeyPem(),
            ["invoices"] = new JsonArray(Enumerable.Range(0, 3).Select(_ => (JsonNode)Encoding.UTF8.GetString(TestInvoice.Valid())).ToArray()),
            ["invoiceByToken"] = Encoding.UTF8.GetString(TestInvoice.Valid()),
            ["zip"] = Convert.ToBase64String(SampleArchive.Zip(Enumerable.Range(0, 5).Select(index => ($"{index}.xml", TestInvoice.Valid())))),
        };

        var result = JsonNode.Parse(await Client.RunAsync("drive.mjs", input.ToJsonString()))!;

        result["online"]!["successful"]!.GetValue<int>().ShouldBe(1);
        result["online"]!["documents"]!.GetValue<int>().ShouldBe(1);
        result["sent"]!["successfulInvoiceCount"]!.GetValue<int>().ShouldBe(2);
        result["batch"]!["successful"]!.GetValue<int>().ShouldBe(5);
        result["sentByToken"]!["successfulInvoiceCount"]!.GetValue<int>().ShouldBe(1);
        result["sessions"]!.GetValue<int>().ShouldBe(2);
        result["emptySession"]!.GetValue<string>().ShouldContain("440");
        var upo = result["invoiceUpo"]!;
        upo["hash"]!.GetValue<string>().ShouldBe(TestKsef.Sha256(Encoding.UTF8.GetBytes(upo["upo"]!.GetValue<string>())));
    }

    [Fact]
    public async Task KsefClientTs_EveryOtherArea_Works()
    {
        await using var ksef = await TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.FromMilliseconds(100) });
        using var certificate = TestCertificate.Person(TestKsef.Nip, elliptic: true);
        using var key = certificate.GetECDsaPrivateKey()!;
        var input = new JsonObject
        {
            ["baseUrl"] = ksef.Server.Origin.ToString().TrimEnd('/'),
            ["nip"] = TestKsef.Nip,
            ["certificate"] = certificate.ExportCertificatePem(),
            ["key"] = key.ExportPkcs8PrivateKeyPem(),
            ["invoices"] = new JsonArray(Enumerable.Range(0, 8).Select(_ => (JsonNode)Encoding.UTF8.GetString(TestInvoice.Valid())).ToArray()),
        };

        var result = JsonNode.Parse(await Client.RunAsync("areas.mjs", input.ToJsonString()))!;

        var expected = new Dictionary<string, string>
        {
            ["online"] = """{"failed":[[true,440]],"sameUpo":true,"invoiceUpo":true}""",
            ["sessions"] = """{"found":1,"status":200}""",
            ["batchTarGz"] = """{"successful":4,"documents":4}""",
            ["batchStream"] = """{"successful":3}""",
            ["query"] = """{"page":8,"all":8,"sameInvoice":true}""",
            ["exportZip"] = """{"invoices":8,"files":8}""",
            ["exportTarGz"] = """{"invoices":8,"files":8}""",
            ["exportIncrementally"] = """{"exports":1,"parts":1,"movedOn":["Subject1"]}""",
            ["tokens"] = """{"listed":1,"alreadyRevoked":false,"again":"refused"}""",
            ["certificateEcdsa"] = """{"status":"Revoked","remaining":true}""",
            ["certificateRsa"] = """{"status":"Revoked","remaining":true}""",
            ["limits"] = """{"changed":1,"subject":true,"exports":20}""",
            ["permissions"] = """{"granted":200,"found":1,"attachments":false}""",
            ["latarnia"] = """{"status":"AVAILABLE","messages":0}""",
            ["logins"] = """{"several":true}""",
        };
        result.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.ToJsonString()).ShouldBe(expected, ignoreOrder: true);
    }
}
