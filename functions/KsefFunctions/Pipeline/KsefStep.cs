using KsefFunctions.Errors;
using KsefFunctions.Intake;
using Microsoft.DurableTask;

namespace KsefFunctions.Pipeline;

/// <summary>Calls a step that talks to KSeF, and waits out what KSeF demands.</summary>
internal static class KsefStep
{
    // At KSeF's longest waits this is weeks; a limit that holds a file for that long needs a person.
    private const int MostWaits = 500;

    public static async Task<T> CallKsefAsync<T>(
        this TaskOrchestrationContext context, FlowSettings settings, string activity, object input)
    {
        for (var waits = 0; waits < MostWaits; waits++)
        {
            var answer = await context.CallActivityAsync<Answer<T>>(activity, input, Retries.Step(settings));
            if (answer.RetryAfter is not { } wait)
            {
                return answer.Value!;
            }

            await context.CreateTimer(wait, CancellationToken.None);
        }

        throw new PipelineException(KsefErrors.LimitHolds, MostWaits);
    }
}
