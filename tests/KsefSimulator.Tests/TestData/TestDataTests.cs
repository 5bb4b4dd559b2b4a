using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;
using SampleInvoices;

namespace KsefSimulator.Tests.TestData;

public sealed class TestDataTests
{
    private const string Pesel = "88102341294";

    [Fact]
    public async Task Person_ByPesel_OwnsTheContextOfItsNip()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.PersonByPesel(Pesel);
        (await ksef.StatusAsync(await ksef.SubmitAsync(certificate)))["code"]!.GetValue<int>().ShouldBe(415);
        var person = new JsonObject { ["nip"] = TestKsef.Nip, ["pesel"] = Pesel, ["isBailiff"] = false, ["description"] = "Osoba testowa" };

        (await ksef.PostAsync("testdata/person", person.DeepClone())).Status.ShouldBe(HttpStatusCode.OK);

        (await ksef.StatusAsync(await ksef.SubmitAsync(certificate)))["code"]!.GetValue<int>().ShouldBe(200);
        (await ksef.PostAsync("testdata/person", person.DeepClone())).Code.ShouldBe(30001);
    }

    [Fact]
    public async Task Person_Deceased_LoginEndsWith470()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Person(TestKsef.Nip);
        await ksef.PostAsync("testdata/person", new JsonObject { ["nip"] = TestKsef.Nip, ["pesel"] = Pesel, ["isBailiff"] = false, ["isDeceased"] = true, ["description"] = "Osoba testowa" });

        (await ksef.StatusAsync(await ksef.SubmitAsync(certificate)))["code"]!.GetValue<int>().ShouldBe(470);
    }

    [Fact]
    public async Task BlockedContext_LoginEndsWith480_UntilUnblocked()
    {
        await using var ksef = await TestKsef.StartAsync();
        using var certificate = TestCertificate.Seal(TestKsef.Nip);
        JsonObject Body() => new() { ["contextIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.Nip } };
        await ksef.PostAsync("testdata/context/block", Body());

        (await ksef.StatusAsync(await ksef.SubmitAsync(certificate)))["code"]!.GetValue<int>().ShouldBe(480);
        await ksef.PostAsync("testdata/context/unblock", Body());

        (await ksef.StatusAsync(await ksef.SubmitAsync(certificate)))["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task GrantedPermissions_OtherSubject_MayReadButNotSend()
    {
        await using var ksef = await TestKsef.StartAsync();
        await ksef.PostAsync("testdata/permissions", new JsonObject
        {
            ["contextIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.Nip },
            ["authorizedIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip },
            ["permissions"] = new JsonArray(new JsonObject { ["permissionType"] = "InvoiceRead", ["description"] = "Odczyt faktur" }),
        });
        using var certificate = TestCertificate.Seal(TestKsef.OtherNip);
        var token = (await ksef.RedeemAsync(await ksef.SubmitAsync(certificate)))["accessToken"]!["token"]!.GetValue<string>();

        (await ksef.PostAsync("permissions/query/personal/grants", new JsonObject(), token)).Json["permissions"]![0]!["permissionScope"]!.GetValue<string>().ShouldBe("InvoiceRead");
        (await ksef.PostAsync("sessions/online", new JsonObject(), token)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Attachments_WithoutAndWithConsent_AreRefusedThenTaken()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();

        async Task<JsonNode> SendAsync()
        {
            var archive = SampleArchive.Zip([("a.xml", (TestInvoice.Sample() with { Attachment = new() }).ToBytes())]);
            var session = await (await TestPackage.CreateAsync(ksef, token, archive)).SendAsync();
            await session.FinalAsync();
            return (await session.InvoicesAsync())[0]!["status"]!;
        }

        var refused = await SendAsync();
        (refused["code"]!.GetValue<int>(), refused["details"]![0]!.GetValue<string>()).ShouldBe((410, $"Sprzedawca {TestKsef.Nip} nie posiada zgody do wysyłania faktur z załącznikami"));

        await ksef.PostAsync("testdata/attachment", new JsonObject { ["nip"] = TestKsef.Nip });
        (await SendAsync())["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Fact]
    public async Task SessionLimits_Lowered_AreEnforced()
    {
        await using var ksef = await TestKsef.StartAsync();
        var token = await ksef.LoginAsync();
        JsonObject Limits(int invoices) => new() { ["maxInvoiceSizeInMB"] = 1, ["maxInvoiceWithAttachmentSizeInMB"] = 3, ["maxInvoices"] = invoices };
        await ksef.PostAsync("testdata/limits/context/session", new JsonObject { ["onlineSession"] = Limits(1), ["batchSession"] = Limits(2) }, token);

        var online = await ksef.OpenOnlineAsync(token);
        await online.SendAsync(TestInvoice.Valid());
        (await online.TrySendAsync(TestInvoice.Valid())).Code.ShouldBe(21155);

        var archive = SampleArchive.Zip(Enumerable.Range(0, 3).Select(index => ($"{index}.xml", TestInvoice.Valid())));
        var batch = await (await TestPackage.CreateAsync(ksef, token, archive)).SendAsync();
        (await batch.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(420);
    }

    [Fact]
    public async Task SelfBilling_BuyerSends_NeedsTheSellersAuthorization()
    {
        await using var ksef = await TestKsef.StartAsync();
        var buyer = await ksef.OpenOnlineAsync(await ksef.LoginAsync());
        byte[] Invoice() => (TestInvoice.Sample(TestKsef.OtherNip) with { SelfBilling = true, Buyer = SampleParty.Buyer with { Nip = TestKsef.Nip } }).ToBytes();
        (await buyer.VerdictAsync(Invoice()))["code"]!.GetValue<int>().ShouldBe(410);

        var granted = await ksef.PostAsync("permissions/authorizations/grants", new JsonObject
        {
            ["subjectIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.Nip },
            ["permission"] = "SelfInvoicing",
            ["description"] = "Samofakturowanie",
            ["subjectDetails"] = new JsonObject { ["fullName"] = "Nabywca testowy" },
        }, await ksef.LoginAsync(TestKsef.OtherNip));
        granted.Status.ShouldBe(HttpStatusCode.Accepted, granted.Text);

        (await buyer.VerdictAsync(Invoice()))["code"]!.GetValue<int>().ShouldBe(200);
    }
}
