using LocalHost.Durable;
using LocalHost.Durable.Faults;
using LocalHost.Tests.Azurite;

namespace LocalHost.Tests.Durable;

[Collection(AzuriteCollection.Name)]
public sealed class BlobHistoryStoreTests(AzuriteFixture azurite) : StoreTests
{
    [Fact]
    public async Task Instance_WithTwelveActivities_TakesFewStorageOperations()
    {
        var store = await NewStoreAsync();
        await using var harness = await new EngineHarness { Store = store, Functions = Steps(12) }.StartAsync();

        await harness.ScheduleAsync("Steps");
        await harness.IdleAsync();

        // One block for the start, one for each turn; reserving the blob and marking it as ended come on top.
        store.Operations["Create"].ShouldBe(1);
        store.Operations["Append"].ShouldBe(14);
        store.Operations["Seal"].ShouldBe(1);
        store.Operations.ContainsKey("Read").ShouldBeFalse();
    }

    [Fact]
    public async Task Start_ManyEndedInstances_ReadsNoneOfThem()
    {
        var store = await NewStoreAsync();
        await using var harness = await new EngineHarness { Store = store, Functions = Steps(1) }.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => harness.ScheduleAsync("Steps", id: $"ended-{number}")));
        await harness.IdleAsync();
        var lists = store.Operations["List"];

        await harness.RestartAsync();

        store.Operations.ContainsKey("Read").ShouldBeFalse();
        (store.Operations["List"] - lists).ShouldBe(1);
        (await harness.Client.GetInstanceAsync("ended-77"))!.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Run_CrashedAtEachCheckpointInTurn_ComesToTheSameEnd()
    {
        for (var checkpoint = 1; ; checkpoint++)
        {
            var faults = new FaultInjection { CrashAtCheckpoint = checkpoint };
            await using var scenario = new CrashScenario(await NewStoreAsync());

            (await scenario.RunAsync(faults)).ShouldBe(CrashTests.Expected, string.Join(" | ", faults.Trail));

            if (!faults.Crashed.IsCompleted)
            {
                checkpoint.ShouldBeGreaterThan(50);
                break;
            }
        }
    }

    protected override async Task<IHistoryStore> NewStoreAsync() => new BlobHistoryStore(await azurite.NewContainerAsync());

    private static TestFunctions Steps(int count) => new TestFunctions()
        .Orchestrator("Steps", async context =>
        {
            for (var number = 0; number < count; number++)
            {
                await context.CallActivityAsync<int>("Echo", number);
            }
        })
        .Activity<int, int>("Echo", value => value);
}
