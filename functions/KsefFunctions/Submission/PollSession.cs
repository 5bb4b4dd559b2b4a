using Ksef.Client;
using KsefFunctions.Pipeline;
using KsefFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>Looks at a session: one call, however many invoices it holds.</summary>
public sealed class PollSession(KsefSteps steps)
{
    [Function(nameof(PollSession))]
    public Task<Answer<SessionSnapshot>> RunAsync([ActivityTrigger] SessionInput input, CancellationToken cancellationToken) => steps.AskAsync(
        nameof(PollSession),
        input.File,
        async ksef =>
        {
            FileTrace.InSession(input.Session);
            var status = await ksef.Sessions.GetAsync(ReferenceNumber.FromKsef(input.Session), cancellationToken);
            return new SessionSnapshot((int)status.Code, status.IsFinal);
        },
        cancellationToken);
}
