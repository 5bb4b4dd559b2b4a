using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using LocalHost.Tests;

namespace KsefFunctions.Tests.Ledger;

/// <summary>A step that must not meet itself: who is let in, who waits, and who takes over from a run that died.</summary>
public sealed class StepFenceTests : IAsyncLifetime
{
    private static readonly FileRecord First = AnyFile.Record;

    private readonly ManualTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly TaskCompletionSource<StepEnd<FileRecord, FileOutcome>> _ofTheFirst = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunningApp _app = null!;
    private int _entered;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartAsync();
        await _app.Ledger.ClaimAsync(First, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task RunAsync_AnotherRunLives_WaitsForItsResultHoweverLongItTakes()
    {
        var first = RunAsync(_time, _ofTheFirst.Task);
        await EnteredAsync(1);
        var second = RunAsync(_time, Task.FromResult(Done(FileOutcome.DeadLettered)));

        for (var passed = TimeSpan.Zero; passed < StepFence.BelievedFor * 3; passed += StepFence.BelievedFor / 3)
        {
            var until = await UntilAsync();
            _time.Advance(StepFence.BelievedFor / 3);
            await RunningApp.EventuallyAsync(async () => await UntilAsync() > until, () => "the first has said that it lives");
        }

        _ofTheFirst.SetResult(Done(FileOutcome.Accepted));
        (await first).ShouldBe(FileOutcome.Accepted);
        (await LooksUntilEndedAsync(second, _time)).ShouldBe(FileOutcome.Accepted);
        _entered.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_AnotherRunDied_TakesOverAfterAMinute()
    {
        // The clock of a dead process stands still.
        _ = RunAsync(new ManualTimeProvider(DateTimeOffset.UnixEpoch), _ofTheFirst.Task);
        await EnteredAsync(1);
        var second = RunAsync(_time, Task.FromResult(Done(FileOutcome.Accepted)));

        await WaitsAsync();
        _time.Advance(StepFence.BelievedFor - TimeSpan.FromSeconds(1));
        await WaitsAsync();
        _entered.ShouldBe(1);
        _time.Advance(TimeSpan.FromSeconds(1));

        (await second).ShouldBe(FileOutcome.Accepted);
        _entered.ShouldBe(2);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task RunAsync_WasTakenForDeadAndLives_GivesWhatTheOtherGaveAndWritesNothing(bool isOtherDone, bool hasSaidThatItLives)
    {
        var stalled = new ManualTimeProvider(DateTimeOffset.UnixEpoch);
        var first = RunAsync(stalled, _ofTheFirst.Task);
        await EnteredAsync(1);
        var ofTheSecond = new TaskCompletionSource<StepEnd<FileRecord, FileOutcome>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _time.Advance(StepFence.BelievedFor);
        var second = RunAsync(_time, ofTheSecond.Task);
        await EnteredAsync(2);
        if (isOtherDone)
        {
            ofTheSecond.SetResult(Done(FileOutcome.Accepted));
            await second;
        }

        if (hasSaidThatItLives)
        {
            stalled.Advance(StepFence.BelievedFor / 3);
            await RunningApp.EventuallyAsync(() => Task.FromResult(stalled.WaitingTimers == 0), () => "the first has been told that nobody believes it");
        }

        _ofTheFirst.SetResult(Done(FileOutcome.Rejected));
        if (!isOtherDone)
        {
            await RunningApp.EventuallyAsync(() => Task.FromResult(Looks(stalled) > StepFence.BelievedFor), () => "the first has looked many times");
            first.IsCompleted.ShouldBeFalse();
            ofTheSecond.SetResult(Done(FileOutcome.Accepted));
            await second;
        }

        (await LooksUntilEndedAsync(first, stalled)).ShouldBe(FileOutcome.Accepted);
        (await _app.Ledger.GetByNameAsync(First.LedgerName, CancellationToken.None)).Outcome.ShouldBe(FileOutcome.Accepted);
        _entered.ShouldBe(2);
    }

    // Who created a record begins without reading it again, and must not go by it when another instance was faster.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_FirstStepOfARecordOfOnesOwnRanInAnotherInstance_GivesWhatThatOneGave(bool letsInOneAtATime)
    {
        var created = First with { Id = "1111111111-cd", LedgerName = "files/1-1111111111-cd.json" };
        var (mine, theirs) = (_app.Ledger, _app.Ledger);
        await mine.ClaimAsync(created, CancellationToken.None);

        (await RunIn(theirs, FileOutcome.Accepted)).ShouldBe(FileOutcome.Accepted);
        (await RunIn(mine, FileOutcome.Rejected)).ShouldBe(FileOutcome.Accepted);

        (await mine.GetByNameAsync(created.LedgerName, CancellationToken.None)).Outcome.ShouldBe(FileOutcome.Accepted);

        Task<FileOutcome> RunIn(LedgerStore ledger, FileOutcome outcome) => new StepFence<FileRecord>(ledger, _time).RunAsync(
            new StepPlace(created.LedgerName, Attempt: 1, Number: 1),
            letsInOneAtATime ? record => record : null,
            ResultsJson.Default.FileOutcome,
            _ => Task.FromResult(Done(outcome)),
            CancellationToken.None);
    }

    private static StepEnd<FileRecord, FileOutcome> Done(FileOutcome outcome) => StepEnd.Done(outcome, record => record with { Outcome = outcome });

    private Task<FileOutcome> RunAsync(TimeProvider time, Task<StepEnd<FileRecord, FileOutcome>> end) => new StepFence<FileRecord>(_app.Ledger, time).RunAsync(
        new StepPlace(First.LedgerName, Attempt: 1, Number: 1),
        record => record,
        ResultsJson.Default.FileOutcome,
        _ =>
        {
            Interlocked.Increment(ref _entered);
            return end;
        },
        CancellationToken.None);

    private Task EnteredAsync(int count) => RunningApp.EventuallyAsync(() => Task.FromResult(Volatile.Read(ref _entered) == count), () => $"{count} runs were let in");

    private Task WaitsAsync() => RunningApp.EventuallyAsync(() => Task.FromResult(_time.WaitingTimers > 0), () => "the second waits");

    private static async Task<FileOutcome> LooksUntilEndedAsync(Task<FileOutcome> run, ManualTimeProvider time)
    {
        await RunningApp.EventuallyAsync(() => Task.FromResult(Looks(time) > TimeSpan.Zero && run.IsCompleted), () => "it has looked again and ended");
        return await run;
    }

    // Lets who waits look again, and says how late it is then.
    private static TimeSpan Looks(ManualTimeProvider time)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return time.GetUtcNow() - DateTimeOffset.UnixEpoch;
    }

    private async Task<DateTimeOffset?> UntilAsync() => (await _app.Ledger.GetByNameAsync(First.LedgerName, CancellationToken.None)).Position?.Until;
}
