using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>How a run of a step ended, and what it leaves in the ledger.</summary>
/// <param name="Change">Changes the record; may run again on what another writer left.</param>
/// <param name="Result">What the step gives, read off the changed record.</param>
/// <param name="IsDone">False when the step must be run again before the flow goes on.</param>
public sealed record StepEnd<TRecord, T>(Func<TRecord, TRecord> Change, Func<TRecord, T> Result, bool IsDone = true)
{
    /// <summary>Done before the record that says so is written, on that very record: what must not be missing once it stands.</summary>
    public Func<TRecord, Task>? Before { get; init; }

    /// <summary>Done once, by the run whose record stands.</summary>
    public Action<TRecord>? After { get; init; }

    /// <summary>The same end with another result.</summary>
    public StepEnd<TRecord, TOther> Select<TOther>(Func<T, TOther> other) => new(Change, record => other(Result(record)), IsDone) { Before = Before, After = After };
}

/// <summary>Makes ends of runs of a file's steps.</summary>
public static class StepEnd
{
    /// <summary>The step is done.</summary>
    public static StepEnd<FileRecord, T> Done<T>(T result, Func<FileRecord, FileRecord> change) => new(change, _ => result);

    /// <summary>The step is done; what it gives follows from the record.</summary>
    public static StepEnd<FileRecord, T> Done<T>(Func<FileRecord, FileRecord> change, Func<FileRecord, T> result) => new(change, result);

    /// <summary>Nothing is settled: the step runs again later.</summary>
    public static StepEnd<FileRecord, T> Again<T>(T result) => new(record => record, _ => result, IsDone: false);
}

/// <summary>Makes ends of runs of a consignment's steps.</summary>
public static class ConsignmentEnd
{
    /// <summary>The step is done.</summary>
    public static StepEnd<ConsignmentRecord, T> Done<T>(T result, Func<ConsignmentRecord, ConsignmentRecord> change) => new(change, _ => result);

    /// <summary>The step was the last one.</summary>
    /// <param name="state">How the consignment ended.</param>
    /// <param name="failure">What stopped it, as the catalogue says it; null where nothing did.</param>
    public static StepEnd<ConsignmentRecord, ConsignmentState> Ended(ConsignmentState state, string? failure = null) =>
        Done(state, record => record with { State = state, Failure = failure });

    /// <summary>Nothing is settled: the step runs again later.</summary>
    public static StepEnd<ConsignmentRecord, T> Again<T>(T result) => new(record => record, _ => result, IsDone: false);
}
