namespace Microsoft.DurableTask;

/// <summary>Says whether a failed task is called again. The next call follows at once: a handler that wants a pause awaits a timer.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Says whether a failed task is called again. Runs as orchestrator code, so the same rules apply.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
