using KsefFunctions.Errors;
using KsefFunctions.Settings;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>How long a step is tried again. Numbers of the catalogue decide, so a business error is never repeated.</summary>
internal static class Retries
{
    /// <summary>Faults outside this house: tried for days.</summary>
    public static TaskOptions Step(FlowSettings settings) => TaskOptions.FromRetryPolicy(
        new RetryPolicy(int.MaxValue, settings.FirstRetry, backoffCoefficient: 2, settings.LongestRetry, settings.RetryFor)
        {
            HandleFailure = failure => PipelineException.DefinitionIn(failure.ErrorMessage).Kind == ErrorKind.Transient || IsPassing(failure),
        });

    /// <summary>Nothing of a company goes out while its dispatcher does not look.</summary>
    public static TaskOptions Forever { get; } = TaskOptions.FromRetryPolicy(
        new RetryPolicy(int.MaxValue, TimeSpan.FromSeconds(1), backoffCoefficient: 2, TimeSpan.FromMinutes(1)));

    private static bool IsPassing(TaskFailureDetails failure) =>
        IsStorageTrouble(failure.ErrorType) || HasNoIdentity(failure.ErrorType) || IsBrokenConnection(failure.ErrorType) || WasCutOff(failure.ErrorType) || (failure.InnerFailure is { } inner && IsPassing(inner));

    private static bool IsStorageTrouble(string type) => type is "Azure.RequestFailedException" or "System.AggregateException" or "System.IO.IOException";

    // The platform that gives the app its identity is away, or roles were granted a moment ago.
    private static bool HasNoIdentity(string type) => type is "Azure.Identity.AuthenticationFailedException" or "Azure.Identity.CredentialUnavailableException";

    // As it comes where no client has given it a name of its own: while a blob is streamed, for one.
    private static bool IsBrokenConnection(string type) =>
        type is "System.Net.Sockets.SocketException" or "System.Net.Http.HttpRequestException" or "System.Net.Http.HttpIOException";

    // By a scale-in, or because the worker's process ended: the Durable extension (3.19, OutOfProcMiddleware) takes an orchestration up again
    // after a WorkerProcessExitException, but writes down that an activity failed.
    private static bool WasCutOff(string type) =>
        type is "System.OperationCanceledException" or "System.Threading.Tasks.TaskCanceledException"
        || type.EndsWith("WorkerProcessExitException", StringComparison.Ordinal) || type.EndsWith("FunctionTimeoutException", StringComparison.Ordinal);
}
