using Microsoft.DurableTask;

namespace LocalHost.Durable.Replay;

/// <summary>Calls a task again as its options say. The pauses are durable timers, so they survive a restart.</summary>
internal static class RetryLoop
{
    /// <param name="context">The orchestration.</param>
    /// <param name="call">Schedules the task once.</param>
    /// <param name="retry">When to call again; never when null.</param>
    /// <exception cref="TaskFailedException">The last attempt failed.</exception>
    public static async Task<T> RunAsync<T>(TaskOrchestrationContext context, Func<Task<T>> call, TaskRetryOptions? retry)
    {
        var firstAttempt = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            TaskFailure failure;
            try
            {
                return await call();
            }
            catch (TaskFailure caught)
            {
                failure = caught;
            }

            var again = !failure.IsNonRetriable && retry switch
            {
                { Policy: { } policy } => await PauseAsync(context, policy, attempt, firstAttempt, failure.Visible),
                { Handler: { } handler } => await handler(new RetryContext(
                    context, attempt, failure.Visible.FailureDetails, context.CurrentUtcDateTime - firstAttempt, CancellationToken.None)),
                _ => false,
            };
            if (!again)
            {
                throw failure.Visible;
            }
        }
    }

    /// <summary>The pause after a failed attempt; null when there is no further one.</summary>
    public static TimeSpan? NextDelay(RetryPolicy policy, int attempt, TimeSpan sinceFirstAttempt)
    {
        if (attempt >= policy.MaxNumberOfAttempts
            || (policy.RetryTimeout != Timeout.InfiniteTimeSpan && sinceFirstAttempt >= policy.RetryTimeout))
        {
            return null;
        }

        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.FromDays(3650) : policy.MaxRetryInterval;
        return milliseconds < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : longest;
    }

    private static async Task<bool> PauseAsync(
        TaskOrchestrationContext context, RetryPolicy policy, int attempt, DateTime firstAttempt, TaskFailedException failure)
    {
        if (NextDelay(policy, attempt, context.CurrentUtcDateTime - firstAttempt) is not { } delay || !policy.Handle(failure))
        {
            return false;
        }

        await context.CreateTimer(delay, CancellationToken.None);
        return true;
    }
}
