using LocalHost.Host.Functions;
using LocalHost.Host.Http;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;

namespace LocalHost.Host.Timers;

/// <summary>The app's timer functions, on their schedules and on demand.</summary>
internal sealed class FunctionTimers(IReadOnlyList<FunctionTimer> timers)
{
    /// <exception cref="LocalHostException">A schedule cannot be read, or names a setting that is not there.</exception>
    public static FunctionTimers Create(IEnumerable<DeclaredFunction> declared, ManualFunctions functions, INameResolver settings, TimeProvider time) =>
        new([.. from function in declared
                where function.Trigger.Is(TriggerBinding.Timer)
                select new FunctionTimer(function, Parse(function, settings), functions, time)]);

    /// <summary>Runs until it is cancelled.</summary>
    public Task KeepTimeAsync(CancellationToken cancellationToken) => Task.WhenAll(timers.Select(timer => timer.KeepTimeAsync(cancellationToken)));

    /// <summary>
    /// <c>POST /admin/functions/{name}</c>, with the key, runs a timer function at once. The Functions host answers when the function
    /// has begun; this one when it has ended: 202, or 500 when it failed.
    /// </summary>
    public void Map(IEndpointRouteBuilder routes, FunctionKey key) => routes.MapPost("admin/functions/{name}", key.Guard(RunAsync));

    /// <summary>Runs one of them now, to its end.</summary>
    /// <exception cref="FunctionInvocationException">It failed.</exception>
    public Task RunAsync(string name, CancellationToken cancellationToken) => Find(name) is { } timer
        ? timer.RunAsync(cancellationToken)
        : throw new ArgumentException($"The app has no timer function '{name}'.", nameof(name));

    private FunctionTimer? Find(string name) => timers.FirstOrDefault(timer => timer.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private async Task RunAsync(HttpContext context)
    {
        string name = (string)context.Request.RouteValues["name"]!;
        if (Find(name) is not { } timer)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await timer.RunAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (FunctionInvocationException)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static TimerSchedule Parse(DeclaredFunction function, INameResolver settings)
    {
        try
        {
            return TimerSchedule.Parse(settings.ResolveWholeString(function.Trigger.Schedule ?? ""));
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw new LocalHostException($"The timer function '{function.Name}': {exception.Message}", exception);
        }
    }
}
