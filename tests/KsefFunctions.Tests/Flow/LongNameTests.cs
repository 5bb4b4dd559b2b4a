using System.Text;
using KsefFunctions.Files;
using KsefFunctions.Results;
using KsefFunctions.Settings;
using KsefFunctions.Sweep;
using KsefFunctions.Watch;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Storage takes names of 1,024 characters; what is made from a name must fit, too.</summary>
public sealed class LongNameTests
{
    [Theory]
    [InlineData(1012)]
    [InlineData(1013)]
    [InlineData(1024)]
    public async Task Drop_NameNearTheLimit_HasResultAndReceiptAndIsNoticedOnce(int length)
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, _ => { });
        var path = Path(length);
        var content = RunningApp.Invoice().ToBytes();

        await app.DropAsync(path, content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.Accepted);
        var name = OutboxNames.Of(path, "result.json");
        await RunningApp.EventuallyAsync(async () => await app.OutboxTextAsync(name) is not null, () => "the result is there");
        await app.RunTimerAsync(nameof(SweepTimer));

        name.Length.ShouldBeLessThanOrEqualTo(1024);
        var result = await app.OutboxTextAsync(name);
        result.ShouldNotBeNull().ShouldContain($"\"name\": \"{path}\"");
        (await app.NamesAsync("outbox")).Count(name => !name.EndsWith(".jsonl", StringComparison.Ordinal)).ShouldBe(2);
        (await app.Reports.ReadAsync(WatchNames.Sweep, CancellationToken.None))!.Findings.ShouldBeEmpty();
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public void OutboxName_ShortEnough_IsTheNameItself() =>
        OutboxNames.Of("1111111111/a.xml", "result.json").ShouldBe("1111111111/a.xml.result.json");

    [Fact]
    public void OutboxName_TwoLongNamesThatDifferAtTheEndOnly_AreTwo()
    {
        var (first, second) = (Path(1020)[..^4] + "1xml", Path(1020)[..^4] + "2xml");

        OutboxNames.Of(first, "result.json").ShouldNotBe(OutboxNames.Of(second, "result.json"));
    }

    [Fact]
    public void OutboxName_CutWithinASurrogatePair_LeavesWholeLetters()
    {
        var name = OutboxNames.Of($"1111111111/{string.Concat(Enumerable.Repeat("\U0001F4C4", 503))}.xml", "result.json");

        Should.NotThrow(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(name));
        name.ShouldEndWith(".result.json");
    }

    private static string Path(int length)
    {
        var start = $"{SampleNips.Seller}/";
        var folders = string.Concat(Enumerable.Repeat("katalog-z-długą-nazwą/", 100));
        return $"{start}{folders[..(length - start.Length - 4)].TrimEnd('/').PadRight(length - start.Length - 4, 'x')}.xml";
    }
}
