using KsefFunctions.DeadLetters;
using KsefFunctions.Files;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>The flow of a file: it counts its steps, and notes when each began and ended by the orchestration's own clock.</summary>
internal sealed class FileFlow(TaskOrchestrationContext context, FileReference file, IReadOnlyList<StepRecord> steps) : DurableFlow(context, file.Settings)
{
    private readonly List<StepRecord> _steps = [.. steps];

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

    /// <summary>Goes a part of the way; where a step of it fails for good, the file becomes a dead letter.</summary>
    public async Task<FileOutcome> OrQuarantineAsync(Func<Task<FileOutcome>> goAsync)
    {
        try
        {
            return await goAsync();
        }
        catch (TaskFailedException failed)
        {
            return await QuarantineAsync(failed.TaskName, failed.FailureDetails.ErrorMessage);
        }
    }

    /// <summary>Makes the file a dead letter.</summary>
    /// <param name="step">The step that failed.</param>
    /// <param name="failure">Its message.</param>
    public async Task<FileOutcome> QuarantineAsync(string step, string failure)
    {
        await CallAsync(nameof(Quarantine), PoisonEnvelope.ForFile(File, step, failure, Steps));
        return FileOutcome.DeadLettered;
    }
}
