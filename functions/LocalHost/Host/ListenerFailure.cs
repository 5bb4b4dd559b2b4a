using System.Runtime.ExceptionServices;
using Microsoft.Azure.WebJobs.Host.Timers;

namespace LocalHost.Host;

/// <summary>
/// A listener of the WebJobs SDK met something that it does not survive, such as a storage account that refuses connections. The
/// Functions host ends itself then, and the platform starts it anew.
/// </summary>
internal sealed class ListenerFailure : IWebJobsExceptionHandler
{
    private readonly TaskCompletionSource<Exception> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Exception> Task => _failure.Task;

    public Task OnTimeoutExceptionAsync(ExceptionDispatchInfo exceptionInfo, TimeSpan timeoutGracePeriod) => OnUnhandledExceptionAsync(exceptionInfo);

    public Task OnUnhandledExceptionAsync(ExceptionDispatchInfo exceptionInfo)
    {
        _failure.TrySetResult(exceptionInfo.SourceException);
        return System.Threading.Tasks.Task.CompletedTask;
    }
}
