using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Tests.Ledger;

namespace KsefFunctions.Tests.Flow;

/// <summary>A file that KSeF's limit holds back says so, and until when.</summary>
public sealed class LimitWaitTests
{
    [Fact]
    public async Task Drop_KsefDemandsALongWait_FileAndListSayUntilWhen()
    {
        await using var app = await RunningApp.StartAsync("429-long");
        var content = RunningApp.Invoice().ToBytes();
        var before = TimeProvider.System.GetUtcNow();

        await app.DropAsync("1111111111/held.xml", content);
        await RunningApp.EventuallyAsync(async () => (await app.ConsignmentsAsync()).Any(consignment => consignment.WaitsUntil is not null), () => "its consignment waits");
        var after = TimeProvider.System.GetUtcNow();

        WaitsUntil(await app.JsonAsync($"files/{RunningApp.IdOf(content)}"), file => file.GetProperty("summary")).ShouldBeInRange(before.AddSeconds(2680), after.AddSeconds(2680));
        WaitsUntil(await app.JsonAsync("files"), list => list.GetProperty("files")[0]).ShouldBeInRange(before.AddSeconds(2680), after.AddSeconds(2680));
    }

    [Fact]
    public void Summary_OfANextAttempt_WaitsForNothing() =>
        FileSummary.Of((AnyFile.Record with { WaitsUntil = DateTimeOffset.MaxValue }).NextAttempt(DateTimeOffset.UnixEpoch)).WaitsUntil.ShouldBeNull();

    private static DateTimeOffset WaitsUntil(JsonElement answer, Func<JsonElement, JsonElement> file) => file(answer).GetProperty("waitsUntil").GetDateTimeOffset();
}
