using KsefFunctions.Errors;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Results;
using KsefFunctions.Submission;
using Microsoft.DurableTask;

namespace KsefFunctions.Pipeline;

/// <summary>
/// Sends the invoices of one submission until every one is settled, and never one that may be on its way already: a new
/// session is opened only when the sessions before it are finished and their invoices are in the rows.
/// </summary>
internal static class SubmissionFlow
{
    private const int MostSessions = 4;

    public static async Task RunAsync(
        TaskOrchestrationContext context, FileReference file, SubmissionPlan submission, bool hasOpenSessions, StepClock clock)
    {
        // An earlier attempt, or a run whose history was lost, may have left sessions whose invoices are not in the rows yet.
        if (hasOpenSessions)
        {
            await SettleEarlierSessionsAsync(context, file, submission, clock);
        }

        var status = 0;
        for (var sessions = 0; sessions < MostSessions; sessions++)
        {
            if (sessions > 0)
            {
                await context.CreateTimer(file.Settings.NextSessionAfter * sessions, CancellationToken.None);
            }

            var input = new PackageInput(file, submission, FreshKeys: sessions > 0);
            var package = await clock.TimeAsync("Package", () => context.CallKsefAsync<PackageReference>(file.Settings, nameof(PackageInvoices), input));
            if (package.InvoiceCount == 0)
            {
                return;
            }

            await clock.TimeAsync("Authenticate", () => context.CallKsefAsync<AuthenticatedContext>(file.Settings, nameof(Authenticate), file));
            var session = await clock.TimeAsync("Send", () => SendAsync(context, new SendInput(file, submission, package, clock.Steps)));
            if (session is null)
            {
                status = KsefFailure.StaleKey;
                continue;
            }

            var settled = await SettleAsync(context, new SessionInput(file, submission, session, clock.Steps), clock);
            if (settled.Remaining == 0)
            {
                return;
            }

            status = settled.SessionStatus;
        }

        throw new PipelineException(KsefErrors.SessionsFailed, MostSessions, status);
    }

    private static async Task<string?> SendAsync(TaskOrchestrationContext context, SendInput input)
    {
        if (input.Submission.Kind == SessionKind.Batch)
        {
            return (await context.CallKsefAsync<OpenedSession>(input.File.Settings, nameof(SendBatch), input)).ReferenceNumber;
        }

        var opened = await context.CallKsefAsync<OpenedSession>(input.File.Settings, nameof(OpenOnlineSession), input);
        if (opened.ReferenceNumber is not null)
        {
            await context.CallKsefAsync<SentInvoices>(input.File.Settings, nameof(SendInvoices), input with { Session = opened.ReferenceNumber });
        }

        return opened.ReferenceNumber;
    }

    private static async Task<SettledSession> SettleAsync(TaskOrchestrationContext context, SessionInput input, StepClock clock)
    {
        var closed = await context.CallKsefAsync<ClosedSession>(input.File.Settings, nameof(CloseSession), input);
        if (!closed.WillBeProcessed)
        {
            return new SettledSession(Remaining: 1, SessionStatus: closed.SessionStatus);
        }

        await clock.TimeAsync("Poll", () => FollowSession.UntilFinishedAsync(context, input));
        return await context.CallKsefAsync<SettledSession>(input.File.Settings, nameof(SettleInvoices), input);
    }

    private static async Task SettleEarlierSessionsAsync(
        TaskOrchestrationContext context, FileReference file, SubmissionPlan submission, StepClock clock)
    {
        var open = await context.CallActivityAsync<IReadOnlyList<string>>(
            nameof(FindOpenSessions), new PackageInput(file, submission, FreshKeys: false), Retries.Step(file.Settings));
        foreach (var session in open)
        {
            await SettleAsync(context, new SessionInput(file, submission, session, clock.Steps), clock);
        }
    }
}
