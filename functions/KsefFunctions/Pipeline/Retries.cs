using KsefFunctions.Errors;
using Microsoft.DurableTask;

namespace KsefFunctions.Pipeline;

/// <summary>How long a step is tried again. Numbers of the catalogue decide, so a business error is never repeated.</summary>
internal static class Retries
{
    /// <summary>Faults outside this house: tried for about two days, longer than KSeF's maintenance windows and known outages.</summary>
    public static readonly TaskOptions Step = TaskOptions.FromRetryPolicy(
        new RetryPolicy(200, TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15))
        {
            HandleFailure = failure => PipelineException.DefinitionIn(failure.ErrorMessage).Kind == ErrorKind.Transient || IsStorageTrouble(failure),
        });

    // Storage answers with an exception of its own, and an activity may also be cut off by a scale-in.
    private static bool IsStorageTrouble(TaskFailureDetails failure) =>
        failure.ErrorType is "Azure.RequestFailedException" or "System.AggregateException"
            or "System.OperationCanceledException" or "System.Threading.Tasks.TaskCanceledException" or "System.IO.IOException"
        || (failure.InnerFailure is { } inner && IsStorageTrouble(inner));
}
