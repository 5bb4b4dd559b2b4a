using KsefFunctions.Answers;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Submission;
using KsefFunctions.Validation;

namespace KsefFunctions.Orchestrators;

/// <summary>
/// Sends the invoices of one submission until every one is settled, and never one that may be on its way already: a new
/// session is opened only when the sessions before it are finished and their invoices are in the rows.
/// </summary>
internal static class SubmissionFlow
{
    /// <summary>As many sessions may fail because of what is in them; damage on the way is of that kind, too.</summary>
    private const int MostRefusals = 4;

    /// <exception cref="PipelineException">The content is refused again and again, or KSeF's own trouble lasts for days.</exception>
    public static async Task RunAsync(FileFlow flow, SubmissionPlan submission, ApprovalRecord? decision)
    {
        var settings = flow.File.Settings;
        var until = flow.Now + settings.RetryFor;
        var wait = settings.Bounded(settings.NextSessionAfter);
        var refusals = 0;
        for (var failed = 0; ; failed++)
        {
            if (await TryAsync(flow, submission, decision, failed) is not { } status)
            {
                return;
            }

            var cause = SessionAnswers.ErrorOf(status);
            refusals += cause == KsefErrors.SessionsFailed ? 1 : 0;
            if (refusals == MostRefusals || flow.Now >= until)
            {
                throw new PipelineException(cause, failed + 1, status);
            }

            await flow.WaitAsync(wait);
            wait = settings.Bounded(wait * 2);
        }
    }

    /// <returns>Null when every invoice is settled; else the status in which the session failed.</returns>
    private static async Task<int?> TryAsync(FileFlow flow, SubmissionPlan submission, ApprovalRecord? decision, int failed)
    {
        var input = new SendInput(flow.NextStep(), submission, FreshKeys: failed > 0, flow.Steps, decision);
        var sent = await flow.TimeAsync("Send", () => flow.CallKsefAsync<SentSession>(nameof(SendSubmission), input), again: failed > 0);
        if (sent.Failure is not null || sent.ReferenceNumber is not { } session)
        {
            return sent.Failure;
        }

        var snapshot = await flow.TimeAsync("Poll", () => FollowSession.UntilFinishedAsync(flow, submission, session), again: failed > 0);
        return snapshot.Remaining == 0 ? null : snapshot.Status;
    }
}
