namespace LocalHost.Host.Worker;

/// <summary>
/// The worker ended while it ran a function, or will not come back for it. The Durable extension (3.19.0, <c>OutOfProcMiddleware</c>)
/// then leaves the work item to another try instead of writing a failure into the history. It knows the case by type and words only:
/// an <see cref="InvalidOperationException"/> that says that there are no initialized language workers.
/// </summary>
internal sealed class WorkerLostException(string reason) : InvalidOperationException($"Did not find any initialized language workers: {reason}");
