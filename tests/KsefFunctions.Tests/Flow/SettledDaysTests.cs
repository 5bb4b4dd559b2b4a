using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Results;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>One list for each company and day says which drops are settled.</summary>
[Collection(SharedAppTests.Name)]
public sealed class SettledDaysTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    [Fact]
    public async Task Drop_InvoiceAndPackage_EachHasALineOfItsDay()
    {
        var single = await _app.SettleAsync("days/single.xml", RunningApp.Invoice().ToBytes());
        var package = await _app.SettleAsync("days/package.zip", SampleArchive.Zip([("a.xml", RunningApp.Invoice().ToBytes()), ("b.txt", "no invoice"u8.ToArray())]));

        var ofSingle = await LastLineAsync(single);
        ofSingle.GetProperty("outcome").GetString().ShouldBe("Accepted");
        ofSingle.GetProperty("ksefNumber").GetString().ShouldBe(single.Invoices[0].KsefNumber);
        ofSingle.GetProperty("sha256").GetString().ShouldBe(single.Sha256);
        (await _app.OutboxTextAsync(ofSingle.GetProperty("result").GetString()!)).ShouldNotBeNull();
        var ofPackage = await LastLineAsync(package);
        (ofPackage.GetProperty("outcome").GetString(), ofPackage.GetProperty("invoices").GetInt32(), ofPackage.GetProperty("accepted").GetInt32()).ShouldBe(("PartlyAccepted", 2, 1));
        ofPackage.TryGetProperty("ksefNumber", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_OfARejectedFile_AddsALineThatCounts()
    {
        var path = $"{SampleNips.Seller}/days/replayed.xml";
        var rejected = await _app.SettleAsync("days/replayed.xml", "<Faktura days"u8.ToArray());

        (await _app.PostAsync($"files/{rejected.Id}/replay", new { })).EnsureSuccessStatusCode();
        var replayed = await _app.SettledAsync(rejected.Id, path, attempt: 2);

        (await LinesAsync(replayed)).Select(line => line.GetProperty("attempt").GetInt32()).Distinct().ShouldBe([1, 2]);
    }

    private async Task<JsonElement> LastLineAsync(FileRecord record) => (await LinesAsync(record))[^1];

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(FileRecord record)
    {
        var list = await _app.OutboxTextAsync(SettledDays.NameOf(record.ContextNip, PolishTime.DayOf(record.ReceivedAt)));
        return
        [
            .. list.ShouldNotBeNull().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(line => line.GetProperty("name").GetString() == record.Paths[0]),
        ];
    }
}
