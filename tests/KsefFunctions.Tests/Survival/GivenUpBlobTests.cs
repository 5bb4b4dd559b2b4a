using System.Diagnostics;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using SampleInvoices;

namespace KsefFunctions.Tests.Survival;

/// <summary>
/// What the real blob trigger gives up on, after five tries within a second: it is taken in again with growing waits before a person is asked.
/// </summary>
[Collection(SurvivalTests.Name)]
public sealed class GivenUpBlobTests : IAsyncLifetime
{
    private HostedApp _app = null!;

    public async Task InitializeAsync() => _app = await HostedApp.StartAsync(new Dictionary<string, string>
    {
        ["KsefFunctions__FirstRetry"] = "00:00:01",
        ["KsefFunctions__TakenInAgainFor"] = "00:00:06",
    });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Drop_IntakeFailsForGood_IsTriedWithGrowingWaitsAndThenADeadLetter()
    {
        var (path, content) = ($"{SampleNips.Seller}/never.xml", AppUnderTest.Invoice().ToBytes());
        await BreakIntakeAsync(content);

        await _app.DropAsync(path, content);
        var tries = new List<TimeSpan>();
        var watch = Stopwatch.StartNew();
        for (var number = 1; number <= 4; number++)
        {
            await AppUnderTest.EventuallyAsync(() => Task.FromResult(IsTried(path, number)), () => $"there is try {number}");
            tries.Add(watch.Elapsed);
        }

        await AppUnderTest.EventuallyAsync(async () => (await _app.DeadLettersAsync()).Count == 1, () => "it is a dead letter");

        // Storage counts in whole seconds, and the log is looked at every few milliseconds.
        (tries[1] - tries[0]).ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
        (tries[2] - tries[1]).ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        (tries[3] - tries[2]).ShouldBeGreaterThan(TimeSpan.FromSeconds(3.9));
        var letter = (await _app.DeadLettersAsync())[0];
        letter.DeadLetterReason.ShouldBe(TechnicalErrors.TriggerGaveUp.Code);
        letter.Body.ToString().ShouldContain(path);
        var result = await _app.ResultAsync(path);
        result.GetProperty("outcome").GetString().ShouldBe(nameof(FileOutcome.DeadLettered));
        result.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(TechnicalErrors.TriggerGaveUp.Code);
        (await _app.Ledger.ListAllAsync(CancellationToken.None).SingleAsync()).Outcome.ShouldBe(FileOutcome.DeadLettered);
    }

    [Fact]
    public async Task Drop_IntakeFailsAndIsRepaired_IsAcceptedAndNoDeadLetter()
    {
        var (path, content) = ($"{SampleNips.Seller}/soon.xml", AppUnderTest.Invoice().ToBytes());
        var claim = await BreakIntakeAsync(content);
        await _app.DropAsync(path, content);
        await AppUnderTest.EventuallyAsync(() => Task.FromResult(IsTried(path, 1)), () => "the trigger has given it up");

        await _app.Container("status").GetBlobClient(claim).DeleteAsync();
        var record = await _app.SettledAsync(AppUnderTest.IdOf(content), path);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        _app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
        (await _app.DeadLettersAsync()).ShouldBeEmpty();
        (await _app.WaitingLettersAsync()).ShouldBeEmpty();
    }

    // A claim that was destroyed by hand: its content cannot be taken in.
    private async Task<string> BreakIntakeAsync(byte[] content)
    {
        var claim = $"claims/{AppUnderTest.IdOf(content)}";
        await _app.Container("status").GetBlobClient(claim).UploadAsync(BinaryData.FromString("null"));
        return claim;
    }

    private bool IsTried(string path, int number) => _app.Log.Lines.Any(line =>
        line.Contains(path, StringComparison.Ordinal) &&
        (line.Contains($"could not be taken in at try {number};", StringComparison.Ordinal) || line.Contains($"could not be taken in at {number} tries", StringComparison.Ordinal)));
}
