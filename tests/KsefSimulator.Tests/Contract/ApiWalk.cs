using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;
using SampleInvoices;

namespace KsefSimulator.Tests.Contract;

/// <summary>A walk through the API that calls every operation, as clients do and as they should not.</summary>
internal static class ApiWalk
{
    public static async Task RunAsync(TestKsef ksef, string token)
    {
        await ReadOnlyCallsAsync(ksef, token);
        await OnlineAsync(ksef, token);
        await BatchAsync(ksef, token);
        await TokensAsync(ksef, token);
        await CertificatesAsync(ksef);
        await QueriesAsync(ksef, token);
        await TestDataAsync(ksef, token);
        await PermissionsAsync(ksef, token);
        await LoginsAsync(ksef);
        await RefusalsAsync(ksef, token);
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
        JsonObject Context() => new() { ["contextIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip } };
        JsonObject SessionLimits() => new() { ["maxInvoiceSizeInMB"] = 1, ["maxInvoiceWithAttachmentSizeInMB"] = 3, ["maxInvoices"] = 10_000 };

        await TakenAsync(ksef, "testdata/subject", new JsonObject { ["subjectNip"] = TestKsef.OtherNip, ["subjectType"] = "JST", ["description"] = "Gmina testowa" });
        await TakenAsync(ksef, "testdata/person", new JsonObject { ["nip"] = TestKsef.Nip, ["pesel"] = "88102341294", ["isBailiff"] = true, ["description"] = "Komornik testowy" });
        await TakenAsync(ksef, "testdata/attachment", new JsonObject { ["nip"] = TestKsef.Nip });
        await ksef.GetAsync("permissions/attachments/status", token);
        await TakenAsync(ksef, "testdata/attachment/revoke", new JsonObject { ["nip"] = TestKsef.Nip, ["expectedEndDate"] = "2030-01-01" });
        await TakenAsync(ksef, "testdata/context/block", Context());
        await TakenAsync(ksef, "testdata/context/unblock", Context());
        await TakenAsync(ksef, "testdata/limits/context/session", new JsonObject { ["onlineSession"] = SessionLimits(), ["batchSession"] = SessionLimits() }, token);
        await TakenAsync(ksef, "testdata/limits/subject/certificate", new JsonObject { ["subjectIdentifierType"] = "Nip", ["certificate"] = new JsonObject { ["maxCertificates"] = 50 } }, token);
        await TakenAsync(ksef, "testdata/rate-limits", new JsonObject { ["rateLimits"] = (await ksef.GetAsync("rate-limits", token)).Json }, token);
        await TakenAsync(ksef, "testdata/rate-limits/production", null, token);
        foreach (var path in new[] { "testdata/limits/context/session", "testdata/limits/subject/certificate", "testdata/rate-limits" })
        {
            (await ksef.CallAsync(HttpMethod.Delete, path, null, token)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        await TakenAsync(ksef, "testdata/subject/remove", new JsonObject { ["subjectNip"] = TestKsef.OtherNip });
        await TakenAsync(ksef, "testdata/person/remove", new JsonObject { ["nip"] = TestKsef.Nip });
    }

    private static async Task PermissionsAsync(TestKsef ksef, string token)
    {
        JsonObject Grant() => new()
        {
            ["contextIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.Nip },
            ["authorizedIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip },
        };
        var granted = Grant();
        granted["permissions"] = new JsonArray(new JsonObject { ["permissionType"] = "InvoiceRead", ["description"] = "Odczyt faktur" });
        await TakenAsync(ksef, "testdata/permissions", granted);
        await TakenAsync(ksef, "permissions/query/persons/grants", new JsonObject { ["queryType"] = "PermissionsInCurrentContext", ["permissionTypes"] = new JsonArray("InvoiceRead") }, token);
        await TakenAsync(ksef, "permissions/query/personal/grants", new JsonObject { ["permissionState"] = "Active" }, token);
        await ksef.GetAsync("permissions/query/entities/roles?pageSize=20", token);
        await TakenAsync(ksef, "testdata/permissions/revoke", Grant());
        await GrantsAsync(ksef, token);
    }

    private static async Task GrantsAsync(TestKsef ksef, string token)
    {
        await GrantedAsync("persons", new JsonObject
        {
            ["subjectIdentifier"] = new JsonObject { ["type"] = "Pesel", ["value"] = "88102341294" },
            ["permissions"] = new JsonArray("InvoiceRead"),
            ["description"] = "Dostęp do faktur",
            ["subjectDetails"] = new JsonObject { ["subjectDetailsType"] = "PersonByIdentifier", ["personById"] = new JsonObject { ["firstName"] = "Anna", ["lastName"] = "Testowa" } },
        });
        foreach (var receiver in new[] { TestKsef.Nip, TestKsef.OtherNip })
        {
            JsonObject Body(string name, JsonNode permission) => new()
            {
                ["subjectIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = receiver },
                [name] = permission,
                ["description"] = "Obsługa faktur",
                ["subjectDetails"] = new JsonObject { ["fullName"] = "Firma testowa" },
            };
            await GrantedAsync("entities", Body("permissions", new JsonArray(new JsonObject { ["type"] = "InvoiceRead", ["canDelegate"] = false })));
            await GrantedAsync("authorizations", Body("permission", "SelfInvoicing"));
        }

        await TakenAsync(ksef, "permissions/query/persons/grants", new JsonObject { ["queryType"] = "PermissionsInCurrentContext" }, token);
        await TakenAsync(ksef, "permissions/query/personal/grants", new JsonObject(), token);
        await TakenAsync(ksef, "permissions/query/entities/grants", new JsonObject(), token);
        await TakenAsync(ksef, "permissions/query/authorizations/grants", new JsonObject { ["queryType"] = "Granted" }, token);

        async Task GrantedAsync(string kind, JsonObject body)
        {
            var reply = await ksef.PostAsync($"permissions/{kind}/grants", body, token);
            reply.Status.ShouldBe(HttpStatusCode.Accepted, reply.Text);
            (await ksef.GetAsync($"permissions/operations/{reply.Json["referenceNumber"]}", token)).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    private static async Task LoginsAsync(TestKsef ksef)
    {
        using var certificate = TestCertificate.Seal(TestKsef.Nip, elliptic: true);
        var submitted = await ksef.SubmitAsync(certificate);
        await ksef.StatusAsync(submitted);
        var tokens = await ksef.RedeemAsync(submitted);
        await ksef.PostAsync("auth/token/redeem", null, submitted.Json["authenticationToken"]!["token"]!.GetValue<string>());
        var refresh = tokens["refreshToken"]!["token"]!.GetValue<string>();
        (await ksef.PostAsync("auth/token/refresh", null, refresh)).Status.ShouldBe(HttpStatusCode.OK);

        var access = tokens["accessToken"]!["token"]!.GetValue<string>();
        var secret = (await ksef.PostAsync("tokens", new JsonObject { ["permissions"] = new JsonArray("InvoiceRead"), ["description"] = "Token logowania" }, access)).Json["token"]!.GetValue<string>();
        var challenge = (await ksef.PostAsync("auth/challenge")).Json;
        var key = (await ksef.GetAsync("security/public-key-certificates")).Json.AsArray().First(item => item!["usage"]![0]!.GetValue<string>() == "KsefTokenEncryption")!;
        using var published = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(key["certificate"]!.GetValue<string>()));
        using var rsa = published.GetRSAPublicKey()!;
        var encrypted = rsa.Encrypt(System.Text.Encoding.UTF8.GetBytes($"{secret}|{challenge["timestampMs"]}"), RSAEncryptionPadding.OaepSHA256);
        var byToken = await ksef.PostAsync("auth/ksef-token", new JsonObject
        {
            ["challenge"] = challenge["challenge"]!.GetValue<string>(),
            ["contextIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.Nip },
            ["encryptedToken"] = Convert.ToBase64String(encrypted),
            ["publicKeyId"] = key["publicKeyId"]!.GetValue<string>(),
        });
        await ksef.StatusAsync(byToken);

        (await ksef.CallAsync(HttpMethod.Delete, $"auth/sessions/{submitted.Json["referenceNumber"]}", null, access)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await ksef.PostAsync("auth/token/refresh", null, refresh)).Code.ShouldBe(21301);
        (await ksef.CallAsync(HttpMethod.Delete, "auth/sessions/current", null, access)).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task RefusalsAsync(TestKsef ksef, string token)
    {
        const string nowhere = "20260101-SO-0000000000-0000000000-00";
        await ksef.GetAsync("limits/context");
        await ksef.GetAsync("tokens", "not.a.token");
        await ksef.GetAsync($"sessions/{nowhere}", token);
        await ksef.GetAsync($"sessions/{nowhere}/invoices", token);
        await ksef.PostAsync($"sessions/online/{nowhere}/close", null, token);
        await ksef.PostAsync($"sessions/batch/{nowhere}/close", null, token);
        await ksef.GetAsync($"invoices/exports/{nowhere}", token);
        await ksef.GetAsync($"certificates/enrollments/{nowhere}", token);
        await ksef.PostAsync("certificates/0123456789ABCDEF/revoke", new JsonObject(), token);
        await ksef.GetAsync($"tokens/{nowhere}", token);
        await ksef.SubmitAsync("<a/>");
        await ksef.SubmitAsync("not xml");
        await ksef.GetAsync("sessions?sessionType=Wrong", token);
        var session = await ksef.OpenOnlineAsync(token);
        await session.TrySendAsync(TestInvoice.Valid(), body => body["encryptedInvoiceSize"] = 5);
        await session.TrySendAsync(TestInvoice.Valid(), body => body["encryptedInvoiceHash"] = body["invoiceHash"]!.DeepClone());
        await (session with { Reference = nowhere }).TrySendAsync(TestInvoice.Valid());
        await session.CloseAsync();
        await session.CloseAsync();
        await session.TrySendAsync(TestInvoice.Valid());
    }

    private static async Task TakenAsync(TestKsef ksef, string path, JsonNode? body, string? token = null)
    {
        var reply = await ksef.PostAsync(path, body, token);
        reply.Status.ShouldBe(HttpStatusCode.OK, $"{path}: {reply.Text}");
    }
}
