using KsefFunctions.Dispatch;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace KsefFunctions.Orchestrators;

/// <summary>
/// The dispatcher of a company: it looks at the waiting room when it is called, and again when something becomes due. It remembers nothing: what waits
/// lies in storage, so that it can be lost and started anew.
/// </summary>
public static class DispatchCompany
{
    private const int LooksInHistory = 20;
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    [Function(DispatcherCall.Orchestration)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var nip = context.GetInput<string>()!;
        var called = Call(context);
        var isQuiet = false;
        for (var looks = 0; looks < LooksInHistory; looks++)
        {
            var next = await context.CallActivityAsync<NextLook>(nameof(LookAtWaiting), nip, Retries.Forever);

            // A thousand calls are one reason to look. One wait for a call is open at a time: of two, the older one would swallow what the newer waits for.
            var wasCalled = called.IsCompleted;
            while (called.IsCompleted)
            {
                called = Call(context);
            }

            if (next.In is { } wait && wait <= ShortWait)
            {
                // Who called meanwhile is seen then.
                isQuiet = false;
                await context.CreateTimer(wait, CancellationToken.None);
            }
            else if (wasCalled || !isQuiet)
            {
                // Calls that followed another at once were left out.
                isQuiet = true;
                await context.CreateTimer(next.In < next.Quiet ? next.In.Value : next.Quiet, CancellationToken.None);
            }
            else
            {
                isQuiet = false;
                Task due = next.In is { } later ? context.CreateTimer(later, CancellationToken.None) : called;
                await Task.WhenAny(called, due);
            }
        }

        // A history that starts anew stays short; calls that came meanwhile are kept.
        context.ContinueAsNew(nip);
    }

    private static Task<object?> Call(TaskOrchestrationContext context) => context.WaitForExternalEvent<object?>(DispatcherCall.Look);
}
