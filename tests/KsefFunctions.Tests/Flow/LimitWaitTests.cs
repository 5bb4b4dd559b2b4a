using KsefFunctions.Files;

namespace KsefFunctions.Tests.Flow;

/// <summary>A file that KSeF's limit holds back says so, and until when.</summary>
public sealed class LimitWaitTests
{
    [Fact]
    public async Task Drop_KsefDemandsALongWait_LedgerAndListSayUntilWhen()
    {
        await using var app = await RunningApp.StartAsync("429-long");
        var content = RunningApp.Invoice().ToBytes();
        var before = TimeProvider.System.GetUtcNow();

        await app.DropAsync("1111111111/held.xml", content);
        FileRecord? record = null;
        await RunningApp.EventuallyAsync(
            async () => (record = await app.Ledger.FindAsync(RunningApp.IdOf(content), CancellationToken.None)) is { WaitsUntil: not null }, () => "the file waits");

        record!.WaitsUntil!.Value.ShouldBeInRange(before.AddSeconds(2680), TimeProvider.System.GetUtcNow().AddSeconds(2680));
        record.IsFinal.ShouldBeFalse();
        FileSummary.Of(record).WaitsUntil.ShouldBe(record.WaitsUntil);
        FileSummary.Of(record.NextAttempt(before)).WaitsUntil.ShouldBeNull();
    }
}
