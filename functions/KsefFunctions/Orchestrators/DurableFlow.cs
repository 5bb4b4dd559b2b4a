using KsefFunctions.Errors;
using KsefFunctions.Settings;
using KsefFunctions.Steps;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>What all orchestrators do with the durable engine: they try again what passes, and wait out what KSeF demands.</summary>
internal abstract class DurableFlow(TaskOrchestrationContext context, FlowSettings settings)
{
    // At KSeF's longest waits this is weeks; a limit that holds a flow for that long needs a person.
    private const int MostWaits = 500;

    private readonly TaskOptions _retries = Retries.Step(settings);

    /// <summary>The orchestration's own clock.</summary>
    public DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    public FlowSettings Settings { get; } = settings;

    public Task<T> CallAsync<T>(string activity, object input) => context.CallActivityAsync<T>(activity, input, _retries);

    public Task CallAsync(string activity, object input) => context.CallActivityAsync(activity, input, _retries);

    /// <summary>Calls a step that talks to KSeF, and waits out what KSeF demands.</summary>
    /// <exception cref="PipelineException">It demanded too much.</exception>
    public async Task<T> CallKsefAsync<T>(string activity, object input)
    {
        for (var waits = 0; waits < MostWaits; waits++)
        {
            var answer = await CallAsync<Answer<T>>(activity, input);
            if (answer.RetryAfter is not { } wait)
            {
                return answer.Value!;
            }

            await WaitAsync(wait);
        }

        throw new PipelineException(KsefErrors.LimitHolds, MostWaits);
    }

    public Task<T> CallSubOrchestratorAsync<T>(string orchestrator, string instanceId, object input) =>
        context.CallSubOrchestratorAsync<T>(orchestrator, input, new SubOrchestrationOptions(instanceId: instanceId));

    public Task<T> WaitForAsync<T>(string externalEvent) => context.WaitForExternalEvent<T>(externalEvent);

    public Task WaitAsync(TimeSpan wait) => wait > TimeSpan.Zero ? context.CreateTimer(wait, CancellationToken.None) : Task.CompletedTask;
}
