using System.Text;
using KsefFunctions.Certificates;
using KsefFunctions.Files;
using SampleInvoices;

namespace KsefFunctions.Tests.Survival;

/// <summary>What the real Durable extension keeps of a file, in tables and in blobs, holds nothing of the invoices and no secret.</summary>
[Collection(SurvivalTests.Name)]
public sealed class TaskHubSecrecyTests
{
    private static readonly string[] Content = ["TAJNE/", "Tajny Nabywca", SampleNips.PublicBody, "Ukryta", "poufna", "1234.57"];

    [Fact]
    public async Task Histories_FilesAcceptedRejectedAndDead_HoldNoContentAndNoSecret()
    {
        await using var app = await HostedApp.StartAsync();
        app.App.Services.TakeCredentialAway(SampleNips.Stranger);

        // Thirty invoices in a package: what is kept of it goes into blobs.
        var records = await Task.WhenAll(
            app.SettleAsync("accepted.xml", Secret().ToBytes()),
            app.SettleAsync("package.zip", SampleArchive.Zip(SampleArchive.Invoices(Secret(), 30))),
            app.SettleAsync("rejected.xml", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Secret().ToBytes()).Replace("P_2>", "P_2X>"))),
            app.SettleAsync("dead.xml", Secret().SoldBy(SampleNips.Stranger).ToBytes(), SampleNips.Stranger));
        records.Select(record => record.Outcome).ShouldBe([FileOutcome.Accepted, FileOutcome.Accepted, FileOutcome.Rejected, FileOutcome.DeadLettered]);

        var kept = await new TaskHub(app.App.Services.Azurite).ContentAsync();

        records.ShouldAllBe(record => kept.Any(entry => entry.Key.Contains("History", StringComparison.Ordinal) && entry.Value.Contains(record.Sha256)));
        (from entry in kept
         from sought in Content.Concat(SecretsOf(app))
         where entry.Value.Contains(sought, StringComparison.OrdinalIgnoreCase)
         select $"{entry.Key}: {sought[..6]}").ShouldBeEmpty();
    }

    private static IEnumerable<string> SecretsOf(HostedApp app)
    {
        var services = app.App.Services;
        yield return app.App.FunctionKey;
        yield return "AccountKey";
        yield return "SharedAccessKey";
        yield return "PRIVATE KEY";
        yield return "sig=";

        // How every JWT begins.
        yield return "eyJhbGciOi";
        yield return "eyJ0eXAiOi";
        yield return services.Vault.Content.Current(CredentialName.Of(SampleNips.Seller)).ShouldNotBeNull().Value;
    }

    private static SampleInvoice Secret() => AppUnderTest.Invoice() with
    {
        Number = $"TAJNE/{AppUnderTest.NextNumber()}",
        Buyer = new SampleParty(SampleNips.PublicBody, "Tajny Nabywca sp. z o.o.", "ul. Ukryta 7", "00-001 Poufne"),
        Lines = [new SampleLine("Usługa poufna", "szt.", 3, 1234.57m, SampleRate.Standard23)],
    };
}
