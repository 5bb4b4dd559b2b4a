using System.Text.Json;
using KsefFunctions.Files;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>KSeF makes an invoice that is dated before the day it comes in an offline one by itself; whoever dropped it is told.</summary>
[Collection(SharedAppTests.Name)]
public sealed class InvoicingModeTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    private static DateOnly Today => PolishTime.DayOf(TimeProvider.System.GetUtcNow());

    [Theory]
    [InlineData(0, "Online")]
    [InlineData(1, "Offline")]
    [InlineData(40, "Offline")]
    public async Task Drop_InvoiceOfAnyDay_ResultAndApiSayHowKsefCountsIt(int daysAgo, string mode)
    {
        var name = $"{Guid.NewGuid():N}.xml";

        var record = await _app.SettleAsync(name, Dated(daysAgo));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        ModesOf(await _app.ResultAsync(record.Paths[0])).ShouldBe([mode]);
        ModesOf(JsonDocument.Parse(await _app.Http.GetStringAsync($"files/{record.Id}")).RootElement).ShouldBe([mode]);
    }

    [Fact]
    public async Task Drop_PackageOfSeveralDays_EachInvoiceHasItsOwn()
    {
        var future = (RunningApp.Invoice() with { IssueDate = Today.AddDays(10) }).ToBytes();

        var record = await _app.SettleAsync("days.zip", SampleArchive.Zip([("today.xml", Dated(0)), ("yesterday.xml", Dated(1)), ("refused.xml", future)]));

        ModesOf(await _app.ResultAsync(record.Paths[0])).ShouldBe(["Online", "Offline", null]);
    }

    private static byte[] Dated(int daysAgo) => (RunningApp.Invoice() with { IssueDate = Today.AddDays(-daysAgo) }).ToBytes();

    private static IEnumerable<string?> ModesOf(JsonElement file) => file.GetProperty("invoices").EnumerateArray()
        .Select(invoice => invoice.TryGetProperty("invoicingMode", out var mode) ? mode.GetString() : null);
}
