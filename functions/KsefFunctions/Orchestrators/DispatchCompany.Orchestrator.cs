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
        for (var looks = 0; looks < LooksInHistory; looks++)
        {
            var next = await context.CallActivityAsync<NextLook>(nameof(LookAtWaiting), nip, Retries.Forever);
            var called = Drained(context, out var calls);
            if (next.In is { } wait)
            {
                // Who called meanwhile is seen then; only a long wait is worth another look.
                await (wait > ShortWait ? Task.WhenAny(called, context.CreateTimer(wait, CancellationToken.None)) : context.CreateTimer(wait, CancellationToken.None));
            }
            else if (calls == 0)
            {
                await called;
            }
        }

        // A history that starts anew stays short; calls that came meanwhile are kept.
        context.ContinueAsNew(nip);
    }

    // A thousand calls are one reason to look. Each one that is left would be written again whenever the history starts anew.
    private static Task<object?> Drained(TaskOrchestrationContext context, out int calls)
    {
        for (calls = 0; ; calls++)
        {
            var called = context.WaitForExternalEvent<object?>(DispatcherCall.Look);
            if (!called.IsCompleted)
            {
                return called;
            }
        }
    }
}
