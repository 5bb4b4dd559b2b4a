using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;
using SampleInvoices.Broken;

namespace KsefFunctions.Tests.Results;

/// <summary>What the app writes for files that end in different ways, against the published schema.</summary>
public sealed class PublishedResultTests
{
    private static readonly ResultSchema Schema = new();

    [Fact]
    public async Task Result_OfFilesThatWereSent_FitsTheSchema()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, WithVerificationPages);
        var original = RunningApp.Invoice();
        var package = SampleArchive.Zip([("good.xml", original.ToBytes()), ("bad.xml", BrokenInvoices.FutureDate.Content), ("Thumbs.db", [1, 2])]);

        await FitsAsync(app, "accepted.xml", RunningApp.Invoice().ToBytes(), FileOutcome.Accepted);
        await FitsAsync(app, "package.zip", package, FileOutcome.PartlyAccepted);
        await FitsAsync(app, "rejected.xml", BrokenInvoices.MissingField.Content, FileOutcome.Rejected);
        await FitsAsync(app, "no-invoice.xml", BrokenInvoices.Empty.Content, FileOutcome.Rejected);
        await FitsAsync(app, "duplicate.xml", (original with { Currency = "EUR" }).ToBytes(), FileOutcome.Duplicate);
    }

    [Fact]
    public async Task Result_OfADryRun_FitsTheSchema()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.DryRun, _ => { });

        await FitsAsync(app, "dry.xml", RunningApp.Invoice().ToBytes(), FileOutcome.Validated);
    }

    [Fact]
    public async Task Result_OfARefusal_FitsTheSchema()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var content = RunningApp.Invoice().ToBytes();
        var (id, path) = (RunningApp.IdOf(content), $"{SampleNips.Seller}/refused.xml");
        await app.DropAsync(path, content);
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);

        await app.PostAsync($"files/{id}/refuse", new { by = "Księgowość", comment = "zły kontrahent" });

        (await app.SettledAsync(id, path)).Outcome.ShouldBe(FileOutcome.Refused);
        (await Schema.ValidateAsync((await app.ResultAsync(path)).GetRawText())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Result_OfADeadLetter_FitsTheSchema()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, new SwitchableCredentials().Wrap);

        await FitsAsync(app, "dead.xml", RunningApp.Invoice().ToBytes(), FileOutcome.DeadLettered);
    }

    [Fact]
    public async Task Result_WhileTheReceiptIsLate_FitsTheSchemaAndHasTheLink()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, WithVerificationPages, "21178-delay:for=1h");
        var content = RunningApp.Invoice().ToBytes();
        var path = $"{SampleNips.Seller}/late.xml";
        await app.DropAsync(path, content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.AwaitingReceipt);

        var result = await app.ResultAsync(path);

        result.GetProperty("receipt").GetString().ShouldBe("Pending");
        LinksOf(result).ShouldHaveSingleItem().ShouldNotBeNull();
        (await Schema.ValidateAsync(result.GetRawText())).ShouldBeEmpty();
    }

    [Fact]
    public async Task VerificationLink_OfAcceptedInvoices_IsKodIInResultAndApi()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, WithVerificationPages);
        var invoice = RunningApp.Invoice();
        var package = SampleArchive.Zip([("good.xml", invoice.ToBytes()), ("bad.xml", BrokenInvoices.FutureDate.Content)]);

        var record = await app.SettleAsync("links.zip", package);

        var hash = Base64Url.EncodeToString(SHA256.HashData(invoice.ToBytes()));
        var link = string.Create(CultureInfo.InvariantCulture, $"https://qr-test.ksef.mf.gov.pl/invoice/{SampleNips.Seller}/{invoice.IssueDate:dd-MM-yyyy}/{hash}");
        LinksOf(await app.ResultAsync($"{SampleNips.Seller}/links.zip")).ShouldBe([link, null]);
        LinksOf(JsonDocument.Parse(await app.Http.GetStringAsync($"files/{record.Id}")).RootElement).ShouldBe([link, null]);
    }

    [Fact]
    public async Task VerificationLink_WithTheSimulator_IsLeftOut()
    {
        await using var app = await RunningApp.StartAsync();

        var record = await app.SettleAsync("no-page.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        LinksOf(await app.ResultAsync($"{SampleNips.Seller}/no-page.xml")).ShouldBe([null]);
    }

    // The simulator answers in place of KSeF's test environment, whose links the results have.
    private static void WithVerificationPages(IServiceCollection services) => services.Configure<KsefClientOptions>(
        client => client.Environment = client.Environment with { QrAddress = KsefEnvironment.Test.QrAddress });

    private static async Task FitsAsync(RunningApp app, string name, byte[] content, FileOutcome outcome)
    {
        (await app.SettleAsync(name, content)).Outcome.ShouldBe(outcome, name);
        (await Schema.ValidateAsync((await app.ResultAsync($"{SampleNips.Seller}/{name}")).GetRawText())).ShouldBeEmpty(name);
    }

    private static IEnumerable<string?> LinksOf(JsonElement file) => file.GetProperty("invoices").EnumerateArray()
        .Select(invoice => invoice.TryGetProperty("verificationLink", out var link) ? link.GetString() : null);
}
