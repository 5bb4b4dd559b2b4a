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
    private const int MostSessions = 4;

    public static async Task RunAsync(FileFlow flow, SubmissionPlan submission, ApprovalRecord? decision)
    {
        var status = 0;
        for (var failed = 0; failed < MostSessions;)
        {
            if (failed > 0)
            {
                await flow.WaitAsync(flow.File.Settings.NextSessionAfter * failed);
            }

            var input = new SendInput(flow.NextStep(), submission, FreshKeys: failed > 0, flow.Steps, decision);
            var sent = await flow.TimeAsync("Send", () => flow.CallKsefAsync<SentSession>(nameof(SendSubmission), input));
            if (sent.Failure is { } failure)
            {
                status = failure;
                failed++;
                continue;
            }

            if (sent.ReferenceNumber is not { } session)
            {
                return;
            }

            var snapshot = await flow.TimeAsync("Poll", () => FollowSession.UntilFinishedAsync(flow, submission, session));
            if (snapshot.Remaining == 0)
            {
                return;
            }

            status = snapshot.Status;
            failed++;
        }

        throw new PipelineException(KsefErrors.SessionsFailed, MostSessions, status);
    }
}
