using System.Text;
using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Receipts;
using KsefFunctions.Settings;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Two invoices under one name are two invoices: both are sent, and what becomes of each is in the outbox.</summary>
public sealed class SharedNameTests
{
    private static readonly string Path = $"{SampleNips.Seller}/FV.xml";

    public static TheoryData<string> Runs => ["once", "twice", "twice at once"];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Drop_OverwrittenWhileItIsSent_BothResultsAndBothReceiptsAreThere(string runs)
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, _ => { }, call => RunAsync(call, runs));
        var (first, second) = (RunningApp.Invoice().ToBytes(), RunningApp.Invoice().ToBytes());

        await app.DropAsync(Path, first);
        await app.ReachedAsync(RunningApp.IdOf(first), FileOutcome.Sending);
        await app.DropAsync(Path, second);
        var records = new[] { await SettledAsync(app, first), await SettledAsync(app, second) };

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        foreach (var record in records)
        {
            var result = await OwnResultAsync(app, record.Sha256);
            result.GetProperty("invoices")[0].GetProperty("ksefNumber").GetString().ShouldBe(record.Invoices[0].KsefNumber);
            await ReceiptIsOfAsync(app, result, record);
        }

        var plain = await app.ResultAsync(Path);
        plain.GetProperty("sha256").GetString().ShouldBe(records[1].Sha256);
        await ReceiptIsOfAsync(app, plain, records[1]);
        var earlier = plain.GetProperty("earlier").EnumerateArray().ShouldHaveSingleItem();
        earlier.GetProperty("sha256").GetString().ShouldBe(records[0].Sha256);
        earlier.GetProperty("outcome").GetString().ShouldBe("Accepted");
        (await app.OutboxTextAsync(earlier.GetProperty("result").GetString()!)).ShouldNotBeNull();
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(2);
    }

    [Fact]
    public async Task Drop_FirstContentSettlesLast_LaterDropKeepsThePlainNameAndNamesIt()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var (first, second) = (RunningApp.Invoice().ToBytes(), Encoding.UTF8.GetBytes("<Faktura>"));
        await app.DropAsync(Path, first);
        await app.ReachedAsync(RunningApp.IdOf(first), FileOutcome.AwaitingApproval);
        var rejected = await app.SettleAsync("FV.xml", second);

        await app.PostAsync($"files/{RunningApp.IdOf(first)}/approve", new { by = "Księgowość" });
        var accepted = await SettledAsync(app, first);

        var plain = await app.ResultAsync(Path);
        plain.GetProperty("sha256").GetString().ShouldBe(rejected.Sha256);
        plain.GetProperty("earlier")[0].GetProperty("outcome").GetString().ShouldBe("Accepted");
        await ReceiptIsOfAsync(app, await OwnResultAsync(app, accepted.Sha256), accepted);
    }

    [Fact]
    public async Task GetResult_OfAContentWhoseNameWasUsedAgain_IsThatOfTheContent()
    {
        await using var app = await RunningApp.StartAsync();
        var first = await app.SettleAsync("FV.xml", RunningApp.Invoice().ToBytes());
        var second = await app.SettleAsync("FV.xml", RunningApp.Invoice().ToBytes());

        foreach (var record in new[] { first, second })
        {
            using var result = JsonDocument.Parse(await app.Http.GetStringAsync($"files/{record.Id}/result"));
            result.RootElement.GetProperty("sha256").GetString().ShouldBe(record.Sha256);
        }
    }

    [Fact]
    public async Task Drop_OutboxOfAnEarlierVersion_ItsReceiptStaysWhereItIs()
    {
        await using var app = await RunningApp.StartAsync();
        var first = await app.SettleAsync("FV.xml", RunningApp.Invoice().ToBytes());
        var receipt = app.Container("outbox").GetBlobClient($"{Path}.upo.xml");
        var before = (await receipt.DownloadContentAsync()).Value.Content.ToString();
        foreach (var name in new[] { $"{Path}.upo.xml", $"{Path}.result.json" })
        {
            var received = first.ReceivedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            await app.Container("outbox").GetBlobClient(name).SetMetadataAsync(new Dictionary<string, string> { ["received"] = received });
        }

        var second = await app.SettleAsync("FV.xml", RunningApp.Invoice().ToBytes());

        (await receipt.DownloadContentAsync()).Value.Content.ToString().ShouldBe(before);
        await ReceiptIsOfAsync(app, await OwnResultAsync(app, first.Sha256), first);
        await ReceiptIsOfAsync(app, await app.ResultAsync(Path), second);
    }

    private static async Task<object?> RunAsync(ActivityCall call, string runs)
    {
        if (runs == "once")
        {
            return await call.RunAsync();
        }

        if (runs == "twice at once")
        {
            return (await Task.WhenAll(call.RunAsync(), call.RunAsync()))[1];
        }

        await call.RunAsync();
        return await call.RunAsync();
    }

    private static async Task<FileRecord> SettledAsync(RunningApp app, byte[] content) => await app.SettledAsync(RunningApp.IdOf(content), Path);

    private static async Task<JsonElement> OwnResultAsync(RunningApp app, string sha256)
    {
        using var result = JsonDocument.Parse((await app.OutboxTextAsync($"{Path}.{sha256[..16]}.result.json")).ShouldNotBeNull());
        return result.RootElement.Clone();
    }

    private static async Task ReceiptIsOfAsync(RunningApp app, JsonElement result, FileRecord record)
    {
        var upo = await app.OutboxTextAsync(result.GetProperty("upos").EnumerateArray().ShouldHaveSingleItem().GetString()!);
        UpoProof.Confirmed(Encoding.UTF8.GetBytes(upo.ShouldNotBeNull())).ShouldBe([(record.Invoices[0].KsefNumber!, record.Invoices[0].InvoiceHash)]);
    }
}
