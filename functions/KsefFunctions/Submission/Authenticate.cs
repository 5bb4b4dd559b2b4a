using KsefFunctions.Intake;
using KsefFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>Makes sure that KSeF lets us in, before anything is opened. The tokens stay in memory; other instances log in by themselves when they need to.</summary>
public sealed class Authenticate(KsefSteps steps)
{
    [Function(nameof(Authenticate))]
    public Task<Answer<AuthenticatedContext>> RunAsync([ActivityTrigger] FileReference file, CancellationToken cancellationToken) =>
        steps.AskAsync(
            nameof(Authenticate),
            file,
            async ksef =>
            {
                var summary = await ksef.AuthenticateAsync(cancellationToken);
                return new AuthenticatedContext(summary.ReferenceNumber.ToString(), summary.ValidUntil);
            },
            cancellationToken);
}
