using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;
using SampleInvoices;

namespace KsefSimulator.Tests.Contract;

/// <summary>Every answer of a walk through the API is held against the Ministry's OpenAPI file, where that is at hand.</summary>
public sealed class ContractTests
{
    private static readonly string[] Covered =
    [
        "Uzyskiwanie dostępu", "Aktywne sesje", "Wysyłka interaktywna", "Wysyłka wsadowa", "Status wysyłki i UPO", "Certyfikaty",
        "Certyfikaty klucza publicznego", "Tokeny KSeF", "Limity i ograniczenia", "Dane testowe", "Pobieranie faktur",
    ];

    [Fact]
    public async Task EveryOperationOfTheCoveredTags_Called_IsImplemented()
    {
        if (OpenApi.Load() is not { } contract)
        {
            return;
        }

        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        foreach (var (method, path, _) in contract.Operations().Where(operation => Covered.Contains(operation.Tag)))
        {
            var target = System.Text.RegularExpressions.Regex.Replace(path.TrimStart('/'), @"\{[^}]+\}", "20260101-XX-0000000000-0000000000-00");
            var reply = await ksef.CallAsync(new HttpMethod(method), target, method == "POST" ? new JsonObject() : null, token);
            reply.Status.ShouldNotBe(HttpStatusCode.NotImplemented, $"{method} {path}");
            reply.Status.ShouldNotBe(HttpStatusCode.InternalServerError, $"{method} {path}");
            reply.Status.ShouldNotBe(HttpStatusCode.MethodNotAllowed, $"{method} {path}");
        }
    }

    [Fact]
    public async Task OtherOperations_Called_Answer501AsProblemDetails()
    {
        await using var ksef = await TestKsef.StartAsync();

        var reply = await ksef.GetAsync("peppol/query");

        reply.Status.ShouldBe(HttpStatusCode.NotImplemented);
        reply.Json["status"]!.GetValue<int>().ShouldBe(501);
    }

    [Fact]
    public async Task WalkThroughTheApi_EveryAnswer_MatchesTheContract()
    {
        if (OpenApi.Load() is not { } contract)
        {
            return;
        }

        await using var ksef = await TestKsef.StartAsync();
        ksef.Observe = contract.Violations;
        var token = await ksef.LoginAsync();

        await ReadOnlyCallsAsync(ksef, token);
        await OnlineAsync(ksef, token);
        await BatchAsync(ksef, token);
        await TokensAsync(ksef, token);
        await CertificatesAsync(ksef);
        await QueriesAsync(ksef, token);
        await TestDataAsync(ksef, token);
        await RefusalsAsync(ksef, token);

        ksef.Violations.ShouldBeEmpty();
        ksef.Observed.ShouldBeGreaterThan(60);
    }

    private static async Task ReadOnlyCallsAsync(TestKsef ksef, string token)
    {
        foreach (var path in new[] { "limits/context", "limits/subject", "rate-limits", "auth/sessions", "tokens", "certificates/limits", "certificates/enrollments/data", "permissions/attachments/status", "permissions/query/entities/roles" })
        {
            (await ksef.GetAsync(path, token)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        await ksef.GetAsync("sessions?sessionType=Online", token);
        await ksef.GetAsync("sessions?sessionType=Batch", token);
    }

    private static async Task OnlineAsync(TestKsef ksef, string token)
    {
        var session = await ksef.OpenOnlineAsync(token);
        var invoice = TestInvoice.Sample();
        var reference = await session.SendAsync(invoice.ToBytes());
        await session.SendAsync(invoice.ToBytes());
        await session.SendAsync("<a/>"u8.ToArray());
        await session.StatusAsync();
        await session.CloseAsync();
        var page = (await session.FinalAsync())["upo"]!["pages"]![0]!["referenceNumber"];
        var number = (await session.InvoicesAsync())[0]!["ksefNumber"];
        await session.InvoicesAsync("/failed");
        await ksef.GetAsync($"sessions/{session.Reference}/invoices/{reference}", token);
        await ksef.GetAsync($"sessions/{session.Reference}/invoices/{reference}/upo", token);
        await ksef.GetAsync($"sessions/{session.Reference}/invoices/ksef/{number}/upo", token);
        await ksef.GetAsync($"sessions/{session.Reference}/upo/{page}", token);
        await ksef.GetAsync($"invoices/ksef/{number}", token);
        await ksef.GetAsync("sessions?sessionType=Online", token);
        var empty = await ksef.OpenOnlineAsync(token);
        await empty.CloseAsync();
        await empty.StatusAsync();
    }

    private static async Task BatchAsync(TestKsef ksef, string token)
    {
        var package = await TestPackage.CreateAsync(ksef, token, SampleArchive.Zip([("a.xml", TestInvoice.Valid()), ("b.xml", "<a/>"u8.ToArray())]));
        var session = await package.SendAsync();
        await session.StatusAsync();
        await session.FinalAsync();
        await session.InvoicesAsync();
        await ksef.GetAsync("sessions?sessionType=Batch", token);
        await package.OpenAsync();
    }

    private static async Task TokensAsync(TestKsef ksef, string token)
    {
        var issued = (await ksef.PostAsync("tokens", new JsonObject { ["permissions"] = new JsonArray("InvoiceRead"), ["description"] = "Token kontraktu" }, token)).Json;
        await ksef.GetAsync("tokens", token);
        await ksef.GetAsync($"tokens/{issued["referenceNumber"]}", token);
        await ksef.CallAsync(HttpMethod.Delete, $"tokens/{issued["referenceNumber"]}", null, token);
        await ksef.PostAsync("tokens", new JsonObject { ["permissions"] = new JsonArray("Wrong") }, token);
    }

    private static async Task CertificatesAsync(TestKsef ksef)
    {
        using var certificate = TestCertificate.Person(TestKsef.Nip);
        var token = (await ksef.RedeemAsync(await ksef.SubmitAsync(certificate)))["accessToken"]!["token"]!.GetValue<string>();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var csr = new CertificateRequest(certificate.SubjectName, key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var enrolled = await ksef.PostAsync("certificates/enrollments", new JsonObject { ["certificateName"] = "Certyfikat", ["certificateType"] = "Authentication", ["csr"] = Convert.ToBase64String(csr) }, token);
        enrolled.Status.ShouldBe(HttpStatusCode.Accepted, enrolled.Text);
        var serial = (await ksef.GetAsync($"certificates/enrollments/{enrolled.Json["referenceNumber"]}", token)).Json["certificateSerialNumber"]!.GetValue<string>();
        await ksef.PostAsync("certificates/retrieve", new JsonObject { ["certificateSerialNumbers"] = new JsonArray(serial) }, token);
        await ksef.PostAsync("certificates/query", new JsonObject(), token);
        await ksef.PostAsync($"certificates/{serial}/revoke", new JsonObject { ["revocationReason"] = "Superseded" }, token);
    }

    private static async Task QueriesAsync(TestKsef ksef, string token)
    {
        var filters = new JsonObject { ["subjectType"] = "Subject1", ["dateRange"] = new JsonObject { ["dateType"] = "PermanentStorage", ["from"] = DateTimeOffset.UtcNow.AddDays(-1).ToString("O") } };
        var found = await ksef.PostAsync("invoices/query/metadata", filters, token);
        found.Json["invoices"]!.AsArray().Count.ShouldBe(2);
        var key = await ksef.SessionKeyAsync();
        var export = await ksef.PostAsync("invoices/exports", new JsonObject { ["encryption"] = key.ToJson(), ["filters"] = filters.DeepClone() }, token);
        export.Status.ShouldBe(HttpStatusCode.Created, export.Text);
        await ksef.GetAsync($"invoices/exports/{export.Json["referenceNumber"]}", token);
    }

    private static async Task TestDataAsync(TestKsef ksef, string token)
    {
        await ksef.PostAsync("testdata/subject", new JsonObject { ["subjectNip"] = TestKsef.OtherNip, ["subjectType"] = "JST", ["description"] = "Gmina testowa" });
        await ksef.PostAsync("testdata/person", new JsonObject { ["nip"] = TestKsef.Nip, ["pesel"] = "88102341294", ["isBailiff"] = true, ["description"] = "Komornik testowy" });
        await ksef.GetAsync("permissions/query/entities/roles", token);
        await ksef.PostAsync("permissions/persons/grants", new JsonObject
        {
            ["subjectIdentifier"] = new JsonObject { ["type"] = "Pesel", ["value"] = "88102341294" },
            ["permissions"] = new JsonArray("InvoiceRead"),
            ["description"] = "Dostęp do faktur",
            ["subjectDetails"] = new JsonObject
            {
                ["subjectDetailsType"] = "PersonByIdentifier",
                ["personById"] = new JsonObject { ["firstName"] = "Anna", ["lastName"] = "Testowa" },
            },
        }, token);
        foreach (var receiver in new[] { TestKsef.Nip, TestKsef.OtherNip })
        {
            var subject = new JsonObject { ["type"] = "Nip", ["value"] = receiver };
            var details = new JsonObject { ["fullName"] = "Firma testowa" };
            await ksef.PostAsync("permissions/entities/grants", new JsonObject
            {
                ["subjectIdentifier"] = subject.DeepClone(),
                ["permissions"] = new JsonArray(new JsonObject { ["type"] = "InvoiceRead", ["canDelegate"] = false }),
                ["description"] = "Obsługa faktur",
                ["subjectDetails"] = details.DeepClone(),
            }, token);
            await ksef.PostAsync("permissions/authorizations/grants", new JsonObject
            {
                ["subjectIdentifier"] = subject,
                ["permission"] = "SelfInvoicing",
                ["description"] = "Samofakturowanie",
                ["subjectDetails"] = details,
            }, token);
        }

        await ksef.PostAsync("permissions/query/personal/grants", new JsonObject(), token);
        await ksef.PostAsync("permissions/query/persons/grants", new JsonObject { ["queryType"] = "PermissionsInCurrentContext" }, token);
        await ksef.PostAsync("permissions/query/entities/grants", new JsonObject(), token);
        await ksef.PostAsync("permissions/query/authorizations/grants", new JsonObject { ["queryType"] = "Granted" }, token);
        await ksef.PostAsync("testdata/attachment", new JsonObject { ["nip"] = TestKsef.Nip });
        await ksef.GetAsync("permissions/attachments/status", token);
        await ksef.PostAsync("testdata/rate-limits/production", null, token);
        await ksef.CallAsync(HttpMethod.Delete, "testdata/rate-limits", null, token);
        await ksef.PostAsync("testdata/subject/remove", new JsonObject { ["subjectNip"] = TestKsef.OtherNip });
        await ksef.PostAsync("testdata/person/remove", new JsonObject { ["nip"] = TestKsef.Nip });
    }

    private static async Task RefusalsAsync(TestKsef ksef, string token)
    {
        await ksef.GetAsync("limits/context");
        await ksef.GetAsync("sessions/20260101-SO-0000000000-0000000000-00", token);
        await ksef.SubmitAsync("<a/>");
        await ksef.GetAsync("sessions?sessionType=Wrong", token);
    }
}
