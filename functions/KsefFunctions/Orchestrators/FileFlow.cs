using KsefFunctions.Files;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>The flow of a file: it counts its steps, and notes when each began and ended by the orchestration's own clock.</summary>
internal sealed class FileFlow(TaskOrchestrationContext context, FileReference file) : DurableFlow(context, file.Settings)
{
    private readonly List<StepRecord> _steps = [];

    /// <summary>The file, at the place of the step that was called last.</summary>
    public FileReference File { get; private set; } = file;

    /// <summary>The steps so far, in the order they began.</summary>
    public IReadOnlyList<StepRecord> Steps => [.. _steps];

    /// <summary>The file at its next place in the flow: every call of a step has one of its own, which tells runs of it from all others.</summary>
    public FileReference NextStep() => File = File with { Place = File.Place + 1 };

    /// <summary>Notes when a step began and ended.</summary>
    /// <param name="step">Its name.</param>
    /// <param name="run">The step.</param>
    public async Task<T> TimeAsync<T>(string step, Func<Task<T>> run)
    {
        var index = _steps.Count;
        _steps.Add(new StepRecord(step, Now, FinishedAt: null));
        var result = await run();
        _steps[index] = _steps[index] with { FinishedAt = Now };
        return result;
    }

    /// <summary>Takes over what was done with the file elsewhere.</summary>
    public void Took(IEnumerable<StepRecord> steps) => _steps.AddRange(steps.Where(step => _steps.All(known => known.Name != step.Name)));
}
