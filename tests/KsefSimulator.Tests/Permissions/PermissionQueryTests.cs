using System.Buffers.Text;
using System.Net;
using System.Text.Json.Nodes;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Permissions;

/// <summary>What was granted is read back as KSeF shows it, from both sides.</summary>
public sealed class PermissionQueryTests
{
    [Fact]
    public async Task PersonalGrants_OfTheCaller_DoNotNameTheCallerAgain()
    {
        await using var ksef = await TestKsef.StartAsync();
        var granted = await ksef.PostAsync("permissions/persons/grants", new JsonObject
        {
            ["subjectIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip },
            ["permissions"] = new JsonArray("InvoiceRead", "Introspection"),
            ["description"] = "Dostęp do faktur",
            ["subjectDetails"] = new JsonObject
            {
                ["subjectDetailsType"] = "PersonByIdentifier",
                ["personById"] = new JsonObject { ["firstName"] = "Anna", ["lastName"] = "Testowa" },
            },
        }, await ksef.LoginAsync());
        granted.Status.ShouldBe(HttpStatusCode.Accepted, granted.Text);

        var token = await LoginAsync(ksef, TestKsef.OtherNip, TestKsef.Nip);
        var own = await QueryAsync(ksef, "personal", new JsonObject(), token);
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!;

        own.Count.ShouldBe(2);
        own[0]!["authorizedIdentifier"].ShouldBeNull();
        own[0]!["contextIdentifier"]!["value"]!.GetValue<string>().ShouldBe(TestKsef.Nip);
        own[0]!["subjectPersonDetails"]!.ToJsonString().ShouldBe("""{"subjectDetailsType":"PersonByIdentifier","firstName":"Anna","lastName":"Testowa"}""");
        JsonNode.Parse(claims["per"]!.GetValue<string>())!.AsArray().Count.ShouldBe(2);
        claims["pep"]!.GetValue<string>().ShouldBe("[]");
    }

    [Fact]
    public async Task GrantsToAnEntity_ItsOwner_SeesThemInItsOwnContext()
    {
        await using var ksef = await TestKsef.StartAsync();
        var granted = await ksef.PostAsync("permissions/entities/grants", new JsonObject
        {
            ["subjectIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip },
            ["permissions"] = new JsonArray(new JsonObject { ["type"] = "InvoiceWrite", ["canDelegate"] = true }),
            ["description"] = "Biuro rachunkowe",
            ["subjectDetails"] = new JsonObject { ["fullName"] = "Biuro Testowe" },
        }, await ksef.LoginAsync());
        granted.Status.ShouldBe(HttpStatusCode.Accepted, granted.Text);
        var office = await ksef.LoginAsync(TestKsef.OtherNip);

        var personal = (await QueryAsync(ksef, "personal", new JsonObject(), office)).ShouldHaveSingleItem()!;
        var received = (await QueryAsync(ksef, "entities", new JsonObject(), office)).ShouldHaveSingleItem()!;
        var elsewhere = new JsonObject { ["contextIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip } };

        personal["subjectEntityDetails"]!["fullName"]!.GetValue<string>().ShouldBe("Biuro Testowe");
        received["contextIdentifier"]!["value"]!.GetValue<string>().ShouldBe(TestKsef.Nip);
        received["canDelegate"]!.GetValue<bool>().ShouldBeTrue();
        (await QueryAsync(ksef, "entities", elsewhere, office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Authorization_BothSides_ReadItBackUntilItIsRevoked()
    {
        await using var ksef = await TestKsef.StartAsync();
        var (seller, buyer) = (await ksef.LoginAsync(), await ksef.LoginAsync(TestKsef.OtherNip));
        var granted = await ksef.PostAsync("permissions/authorizations/grants", new JsonObject
        {
            ["subjectIdentifier"] = new JsonObject { ["type"] = "Nip", ["value"] = TestKsef.OtherNip },
            ["permission"] = "SelfInvoicing",
            ["description"] = "Samofakturowanie",
            ["subjectDetails"] = new JsonObject { ["fullName"] = "Nabywca testowy" },
        }, seller);
        granted.Status.ShouldBe(HttpStatusCode.Accepted, granted.Text);

        var given = (await QueryAsync(ksef, "authorizations", Asking("Granted"), seller)).ShouldHaveSingleItem()!;
        var received = (await QueryAsync(ksef, "authorizations", Asking("Received"), buyer)).ShouldHaveSingleItem()!;
        (await QueryAsync(ksef, "authorizations", Asking("Received"), seller)).ShouldBeEmpty();

        received.ToJsonString().ShouldBe(given.ToJsonString());
        received["authorizationScope"]!.GetValue<string>().ShouldBe("SelfInvoicing");
        received["authorizingEntityIdentifier"]!["value"]!.GetValue<string>().ShouldBe(TestKsef.Nip);
        await ksef.CallAsync(HttpMethod.Delete, $"permissions/authorizations/grants/{given["id"]}", null, seller);
        (await QueryAsync(ksef, "authorizations", Asking("Granted"), seller)).ShouldBeEmpty();
    }

    private static JsonObject Asking(string queryType) => new() { ["queryType"] = queryType };

    private static async Task<JsonArray> QueryAsync(TestKsef ksef, string kind, JsonObject query, string token)
    {
        var reply = await ksef.PostAsync($"permissions/query/{kind}/grants", query, token);
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Text);
        return (reply.Json["permissions"] ?? reply.Json["authorizationGrants"])!.AsArray();
    }

    private static async Task<string> LoginAsync(TestKsef ksef, string nip, string contextNip)
    {
        using var certificate = TestCertificate.Seal(nip);
        return (await ksef.RedeemAsync(await ksef.SubmitAsync(certificate, contextNip)))["accessToken"]!["token"]!.GetValue<string>();
    }
}
