using LocalHost.Durable;
using LocalHost.Durable.History;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

/// <summary>What every store must do, whatever it keeps histories in.</summary>
public abstract class StoreTests
{
    private static readonly ExecutionKey Key = new("one", 1);
    private static readonly byte[] Block = "first block\n"u8.ToArray();
    private static readonly byte[] Other = "other block\n"u8.ToArray();

    [Fact]
    public async Task Append_AtTheEnd_AddsTheBlock()
    {
        var store = await CreateAsync(Key);

        await store.AppendAsync(Key, 0, Block, CancellationToken.None);
        await store.AppendAsync(Key, Block.Length, Other, CancellationToken.None);

        (await ReadAsync(store, Key)).ShouldBe([.. Block, .. Other]);
    }

    [Fact]
    public async Task Append_ElsewhereThanAtTheEnd_ThrowsAndLeavesTheHistory()
    {
        var store = await CreateAsync(Key);
        await store.AppendAsync(Key, 0, Block, CancellationToken.None);

        await Should.ThrowAsync<ConcurrentWriterException>(() => store.AppendAsync(Key, 0, Other, CancellationToken.None));
        await Should.ThrowAsync<ConcurrentWriterException>(() => store.AppendAsync(Key, 99, Other, CancellationToken.None));
        await Should.ThrowAsync<ConcurrentWriterException>(() => store.AppendAsync(new("none", 1), 0, Other, CancellationToken.None));

        (await ReadAsync(store, Key)).ShouldBe(Block);
    }

    [Fact]
    public async Task Append_OfABlockThatIsThere_CountsAsDone()
    {
        var store = await CreateAsync(Key);
        await store.AppendAsync(Key, 0, Block, CancellationToken.None);

        await store.AppendAsync(Key, 0, Block, CancellationToken.None);

        (await ReadAsync(store, Key)).ShouldBe(Block);
    }

    [Fact]
    public async Task Create_ExecutionWithEntries_Throws()
    {
        var store = await CreateAsync(Key);
        await store.AppendAsync(Key, 0, Block, CancellationToken.None);

        await Should.ThrowAsync<ConcurrentWriterException>(() => store.CreateAsync(Key, CancellationToken.None));

        (await ReadAsync(store, Key)).ShouldBe(Block);
    }

    [Fact]
    public async Task Create_ExecutionReservedOnly_IsTakenOver()
    {
        var store = await CreateAsync(Key);

        await store.CreateAsync(Key, CancellationToken.None);

        (await ListAsync(store)).ShouldHaveSingleItem().Length.ShouldBe(0);
    }

    [Fact]
    public async Task Read_UnknownExecution_IsNull() =>
        (await (await NewStoreAsync()).ReadAsync(Key, CancellationToken.None)).ShouldBeNull();

    [Fact]
    public async Task Seal_ThenList_TellsHowTheExecutionEnded()
    {
        var store = await CreateAsync(Key);
        await store.AppendAsync(Key, 0, Block, CancellationToken.None);
        (await ListAsync(store)).ShouldHaveSingleItem().Summary.ShouldBeNull();
        var summary = new InstanceSummary(
            "Żółw & Co", OrchestrationRuntimeStatus.Terminated, new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), DateTimeOffset.UnixEpoch);

        await store.SealAsync(Key, summary, CancellationToken.None);

        (await ListAsync(store)).ShouldHaveSingleItem().ShouldBe(new StoredExecution(Key, Block.Length, summary));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("percent%2Fcolon:semi;plus+")]
    [InlineData("bang!tilde~dot..")]
    [InlineData("CaseMatters")]
    public async Task Create_AnyInstanceId_IsListedUnderIt(string instanceId)
    {
        var key = new ExecutionKey(instanceId, 123);
        var store = await CreateAsync(key);

        (await ListAsync(store)).ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Fact]
    public async Task Delete_Execution_LeavesTheOthers()
    {
        var store = await CreateAsync(Key);
        await store.CreateAsync(Key with { Number = 2 }, CancellationToken.None);

        await store.DeleteAsync(Key, CancellationToken.None);
        await store.DeleteAsync(Key, CancellationToken.None);

        (await ListAsync(store)).ShouldHaveSingleItem().Key.Number.ShouldBe(2);
    }

    [Fact]
    public async Task Engine_WhoseStoreLosesAnswers_WritesEverythingOnce()
    {
        var inner = await NewStoreAsync();
        await using var harness = await new EngineHarness
        {
            Store = new FlakyHistoryStore(inner),
            Functions = new TestFunctions()
                .Orchestrator("Subject", async context =>
                {
                    var sum = 0;
                    for (var number = 1; number <= 4; number++)
                    {
                        sum += await context.CallActivityAsync<int>("Echo", number);
                    }

                    return sum;
                })
                .Activity<int, int>("Echo", value => value),
        }.StartAsync();
        var done = harness.ScheduleAsync("Subject", id: "one");

        // Each pause after a lost answer waits for the clock.
        await Eventually.BecomesTrueAsync(
            () =>
            {
                harness.Clock.Advance(TimeSpan.FromSeconds(30));
                return done.IsCompleted && harness.Engine.WaitUntilIdleAsync(CancellationToken.None).IsCompleted;
            },
            "the engine has nothing left to do");

        (await done).ShouldBe("one");
        (await ListAsync(inner)).ShouldHaveSingleItem().Summary.ShouldNotBeNull();
        (await harness.RunToEndAsync("one")).ReadOutputAs<int>().ShouldBe(10);
        (await harness.Engine.GetHistoryAsync("one", CancellationToken.None)).OfType<TaskCompleted>().Count().ShouldBe(4);
    }

    [Fact]
    public async Task TwoEngines_OnOneStore_TheOneThatIsBehindStops()
    {
        var store = await NewStoreAsync();
        var functions = new TestFunctions().Orchestrator("Waits", async context =>
            await context.WaitForExternalEvent<int>("A") + await context.WaitForExternalEvent<int>("B"));
        await using var first = await new EngineHarness { Store = store, Functions = functions }.StartAsync();
        await first.ScheduleAsync("Waits", id: "one");
        await first.IdleAsync();
        await using var second = await new EngineHarness { Store = store, Functions = functions }.StartAsync();
        await second.IdleAsync();
        await second.Client.RaiseEventAsync("one", "A", 1);

        await Should.ThrowAsync<InvalidOperationException>(() => first.Client.RaiseEventAsync("one", "A", 2));

        first.Engine.Died.IsCancellationRequested.ShouldBeTrue();
        second.Engine.Died.IsCancellationRequested.ShouldBeFalse();
        await second.Client.RaiseEventAsync("one", "B", 10);
        (await second.RunToEndAsync("one")).ReadOutputAs<int>().ShouldBe(11);
    }

    protected abstract Task<IHistoryStore> NewStoreAsync();

    private static async Task<byte[]> ReadAsync(IHistoryStore store, ExecutionKey key) =>
        (await store.ReadAsync(key, CancellationToken.None))!.Value.ToArray();

    private static async Task<List<StoredExecution>> ListAsync(IHistoryStore store)
    {
        var found = new List<StoredExecution>();
        await foreach (var stored in store.ListAsync(CancellationToken.None))
        {
            found.Add(stored);
        }

        return found;
    }

    private async Task<IHistoryStore> CreateAsync(ExecutionKey key)
    {
        var store = await NewStoreAsync();
        await store.InitializeAsync(CancellationToken.None);
        await store.CreateAsync(key, CancellationToken.None);
        return store;
    }
}
