using System.Collections.Concurrent;
using DurableTask.Core.Exceptions;
using LocalHost.Durable;
using LocalHost.Durable.Faults;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalHost.Tests.Durable;

/// <summary>
/// A run that uses everything an orchestration can use, with a world outside that counts what is done to it. It can be crashed anywhere and
/// restarted; whoever calls the engine repeats what was not acknowledged, as a trigger does.
/// </summary>
internal sealed class CrashScenario(IHistoryStore store) : IAsyncDisposable
{
    private static readonly OrchestrationRuntimeStatus[] KeepAll =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    private readonly ConcurrentDictionary<string, int> _effects = new();
    private EngineHarness? _harness;
    private bool _isRaised;

    /// <summary>How often each thing was done to the world outside.</summary>
    public IReadOnlyDictionary<string, int> Effects => _effects;

    public EngineHarness Harness => _harness!;

    /// <summary>Runs to the end, dying where the faults say so; each crash is followed by a restart with the next faults, at last with none.</summary>
    public async Task<string?> RunAsync(params FaultInjection[] lives)
    {
        _harness = new EngineHarness { Functions = Describe(), Store = store };
        foreach (var faults in lives.Append(new FaultInjection()))
        {
            try
            {
                await _harness.StartAsync(faults);
                return await DriveAsync();
            }
            catch (Exception) when (faults.Crashed.IsCompleted)
            {
                await _harness.Engine.DisposeAsync();
            }
        }

        throw new InvalidOperationException("The last life has no faults and still died.");
    }

    public ValueTask DisposeAsync() => _harness?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<string?> DriveAsync()
    {
        await StartAsync("Collector", "collector");
        await StartAsync("Main", "main");
        await Harness.IdleAsync();
        if (!_isRaised)
        {
            await Harness.Client.RaiseEventAsync("main", "Approved", "yes");
            _isRaised = true;
        }

        var main = await Harness.RunToEndAsync("main");
        var collector = await Harness.RunToEndAsync("collector");
        await Harness.RunToEndAsync("leaf");
        return $"{main.RuntimeStatus} {main.ReadOutputAs<string>()} / {collector.RuntimeStatus} {collector.ReadOutputAs<string>()}";
    }

    private async Task StartAsync(string orchestrator, string id)
    {
        try
        {
            await Harness.Client.ScheduleNewOrchestrationInstanceAsync(
                orchestrator, null, new StartOrchestrationOptions(id).WithDedupeStatuses(KeepAll));
        }
        catch (OrchestrationAlreadyExistsException)
        {
        }
    }

    private TestFunctions Describe() => new TestFunctions()
        .Orchestrator("Main", async context =>
        {
            var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(5)));
            var first = await context.CallActivityAsync<string>("FailsOnce", "first", retry);
            var fan = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => context.CallActivityAsync<string>("Do", $"fan{number}")));
            context.SetCustomStatus("waiting");
            var approved = await context.WaitForExternalEvent<string>("Approved", TimeSpan.FromDays(3));
            context.SendEvent("collector", "Item", "a");
            var said = context.WaitForExternalEvent<string>("Said");
            var child = await context.CallSubOrchestratorAsync<string>("Child", "input", new SubOrchestrationOptions(instanceId: "child"));
            context.SendEvent("collector", "Item", "b");
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return string.Join(',', [first, .. fan, approved, child, await said]);
        })
        .Orchestrator("Child", async context =>
        {
            var done = await context.CallActivityAsync<string>("Do", "child");
            if (context.GetInput<string>() == "input")
            {
                context.SendEvent("main", "Said", "hello");
                _ = context.CallSubOrchestratorAsync<string>("Leaf", null, new SubOrchestrationOptions(instanceId: "leaf"));
                context.ContinueAsNew("again");
            }

            return done;
        })
        .Orchestrator("Leaf", context => context.CallActivityAsync<string>("Do", "leaf"))
        .Orchestrator("Collector", async context =>
        {
            var collected = (context.GetInput<string>() ?? string.Empty) + await context.WaitForExternalEvent<string>("Item");
            if (collected.Length < 2)
            {
                context.ContinueAsNew(collected);
            }

            return collected;
        })
        .Activity<string, string>("Do", Do)
        .Activity<string, string>("FailsOnce", name => Do(name) is var done && _effects[name] == 1 ? throw new TimeoutException() : done);

    private string Do(string name)
    {
        _effects.AddOrUpdate(name, 1, (_, count) => count + 1);
        return name;
    }
}
