using LocalHost.Durable;
using LocalHost.Durable.Faults;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalHost.Tests.Durable;

/// <summary>An engine with its store and clock. The store and the clock outlive the engine, so a test can restart it.</summary>
internal sealed class EngineHarness : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public TestFunctions Functions { get; init; } = new();

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    public IHistoryStore Store { get; init; } = new InMemoryHistoryStore();

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public DurableEngineOptions Options { get; init; } = new();

    public DurableEngine Engine { get; private set; } = null!;

    public DurableTaskClient Client => Engine.Client;

    public async Task<EngineHarness> StartAsync(FaultInjection? faults = null)
    {
        Engine = new DurableEngine(
            Functions, Store, Options with { TimeProvider = Clock, FaultInjection = faults ?? Options.FaultInjection }, Loggers);
        await Engine.StartAsync(CancellationToken.None);
        return this;
    }

    public async Task RestartAsync(FaultInjection? faults = null)
    {
        await Engine.DisposeAsync();
        await StartAsync(faults);
    }

    public Task<string> ScheduleAsync(string orchestrator, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    /// <summary>Lets the instance run to its end, moving the clock to the next timer whenever nothing else is left to do.</summary>
    public async Task<OrchestrationMetadata> RunToEndAsync(string id)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (true)
        {
            await IdleAsync(deadline.Token);
            if (await Client.GetInstanceAsync(id, getInputsAndOutputs: true) is { IsCompleted: true } ended)
            {
                return ended;
            }

            var next = Engine.NextTimer ?? throw new InvalidOperationException($"'{id}' waits for something that will not come.");
            Clock.Advance(Longer(next - Clock.GetUtcNow(), TimeSpan.FromMilliseconds(1)));
        }
    }

    public async Task<OrchestrationMetadata> RunAsync(string orchestrator, object? input = null, string? id = null) =>
        await RunToEndAsync(await ScheduleAsync(orchestrator, input, id));

    public async Task IdleAsync(CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Engine.Died);
        deadline.CancelAfter(Patience);
        try
        {
            await Engine.WaitUntilIdleAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (Engine.Died.IsCancellationRequested)
        {
            throw new SimulatedCrashException("The engine died.");
        }
    }

    public ValueTask DisposeAsync() => Engine?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
