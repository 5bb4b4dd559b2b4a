using KsefFunctions.Ledger;
using Microsoft.DurableTask;

namespace KsefFunctions.Pipeline;

/// <summary>Notes when each step of a file began and ended, by the orchestration's own clock.</summary>
internal sealed class StepClock(TaskOrchestrationContext context)
{
    private readonly List<StepRecord> _steps = [];

    /// <summary>The steps so far, in the order they began.</summary>
    public IReadOnlyList<StepRecord> Steps => [.. _steps];

    public async Task<T> TimeAsync<T>(string step, Func<Task<T>> run)
    {
        var index = _steps.Count;
        _steps.Add(new StepRecord(step, Now, FinishedAt: null));
        var result = await run();
        _steps[index] = _steps[index] with { FinishedAt = Now };
        return result;
    }

    private DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);
}
