using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Steps;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>
/// What the orchestrators of a file do with the durable engine: they count their steps, note when each began and ended by the orchestration's own
/// clock, try again what passes, and wait out what KSeF demands.
/// </summary>
internal sealed class FileFlow(TaskOrchestrationContext context, FileReference file)
{
    // At KSeF's longest waits this is weeks; a limit that holds a file for that long needs a person.
    private const int MostWaits = 500;

    private readonly List<StepRecord> _steps = [];
    private readonly TaskOptions _retries = Retries.Step(file.Settings);

    /// <summary>The file, at the place of the step that was called last.</summary>
    public FileReference File { get; private set; } = file;

    /// <summary>The steps so far, in the order they began.</summary>
    public IReadOnlyList<StepRecord> Steps => [.. _steps];

    /// <summary>The file at its next place in the flow: every call of a step has one of its own, which tells runs of it from all others.</summary>
    public FileReference NextStep() => File = File with { Place = File.Place + 1 };

    /// <summary>The orchestration's own clock.</summary>
    public DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    /// <summary>Notes when a step began and ended.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="run">The step.</param>
    /// <param name="again">It goes on with the last step of that name rather than beginning another one.</param>
    public async Task<T> TimeAsync<T>(string step, Func<Task<T>> run, bool again = false)
    {
        var index = again ? _steps.FindLastIndex(known => known.Name == step) : -1;
        if (index < 0)
        {
            index = _steps.Count;
            _steps.Add(new StepRecord(step, Now, FinishedAt: null));
        }

        _steps[index] = _steps[index] with { FinishedAt = null };
        var result = await run();
        _steps[index] = _steps[index] with { FinishedAt = Now };
        return result;
    }

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
