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
    [Function(DispatcherCall.Orchestration)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var nip = context.GetInput<string>()!;
        var next = await context.CallActivityAsync<NextLook>(nameof(LookAtWaiting), nip, Retries.Forever);
        Task called = context.WaitForExternalEvent<object?>(DispatcherCall.Look);
        await (next.In is { } wait ? Task.WhenAny(called, context.CreateTimer(wait, CancellationToken.None)) : called);

        // A history that starts anew stays short; calls that came meanwhile are kept.
        context.ContinueAsNew(nip);
    }
}
