using KsefFunctions.Answers;
using KsefFunctions.Dispatch;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Steps;
using KsefFunctions.Submission;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>
/// Ends a consignment. What its session did not settle goes in another one: the same invoices again after a failure of KSeF, after a wait; and halves of
/// them where KSeF refuses the content twice, until the guilty invoice stands alone.
/// </summary>
public sealed class FinishConsignment(
    ConsignmentSteps steps,
    ConsignmentFiles files,
    ConsignmentStart start,
    InvoiceClaims claims,
    GuiltyInvoices guilty,
    ConsignmentEnding ending,
    TimeProvider time)
{
    // So often the content of one invoice alone may be refused; damage on the way is of that kind, too.
    private const int MostRefusals = 4;

    // So often a session of several is refused before it is halved.
    private const int RefusalsOfMany = 2;

    [Function(nameof(FinishConsignment))]
    public async Task<ConsignmentState> RunAsync([ActivityTrigger] FinishInput input, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var state = await steps.RunAloneAsync(
            nameof(FinishConsignment),
            input.Consignment,
            record => record,
            SettlementJson.Default.ConsignmentState,
            async run => ConsignmentEnd.Ended(await FinishAsync(run.Record, input, durable, cancellationToken)),
            cancellationToken);
        await ending.CleanUpAsync(input.Consignment, durable, cancellationToken);
        return state;
    }

    private async Task<ConsignmentState> FinishAsync(ConsignmentRecord consignment, FinishInput input, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        // While one is taken up again, files may come to it that another replay sends.
        if (input.Settled == consignment.InvoiceCount && consignment.Attempt == 1)
        {
            return ConsignmentState.Closed;
        }

        var pending = (await files.MembersAsync(consignment, cancellationToken))
            .Select(file => (file.Member, file.Record, Rows: SessionSettlement.Pending(file.Record, consignment.Id).ToList()))
            .Where(file => file.Rows.Count > 0)
            .ToList();
        var left = pending.Where(file => !file.Record.IsFinal).ToList();
        if (left.Count > 0)
        {
            var origin = Origin(consignment, input.Status ?? 0);
            var cause = new PipelineException(SessionAnswers.ErrorOf(input.Status ?? 0), origin.Failures, input.Status);
            if (time.GetUtcNow() - origin.Since >= input.Consignment.Settings.RetryFor)
            {
                await ending.FailAsync(consignment, left.Select(file => file.Record), nameof(SendConsignment), cause.Message, durable, cancellationToken);
                return ConsignmentState.Stopped;
            }

            if (left is [{ Rows: [_] } only] && origin.Refusals >= (origin.Halved ? RefusalsOfMany : MostRefusals))
            {
                await guilty.ReportAsync(consignment, only.Record, cause, durable, cancellationToken);
                return ConsignmentState.Closed;
            }

            List<ConsignmentMember> members = [.. left.Select(file => file.Member with { Ordinals = [.. file.Rows.Select(row => row.Ordinal)] })];
            await SucceedAsync(consignment, members, origin, input.Consignment.Settings, durable, cancellationToken);
        }

        return pending.Count > left.Count ? ConsignmentState.Stopped : ConsignmentState.Closed;
    }

    private ConsignmentOrigin Origin(ConsignmentRecord consignment, int status)
    {
        var before = consignment.Origin;
        var refused = SessionAnswers.ErrorOf(status) == KsefErrors.SessionsFailed ? 1 : 0;
        return new ConsignmentOrigin(
            consignment.Id, (before?.Failures ?? 0) + 1, (before?.Refusals ?? 0) + refused, before?.Since ?? time.GetUtcNow(), before?.Halved ?? false);
    }

    private async Task SucceedAsync(
        ConsignmentRecord consignment,
        IReadOnlyList<ConsignmentMember> members,
        ConsignmentOrigin origin,
        FlowSettings settings,
        DurableTaskClient durable,
        CancellationToken cancellationToken)
    {
        var wait = settings.Bounded(settings.NextSessionAfter * Math.Pow(2, Math.Min(origin.Failures - 1, 20)));
        if (origin.Refusals < RefusalsOfMany || members.Sum(member => member.Ordinals!.Count) == 1)
        {
            await TakeOverAsync(consignment, members, origin, wait, durable, cancellationToken);
            return;
        }

        foreach (var half in Halves.Of(members))
        {
            await TakeOverAsync(consignment, half, origin with { Refusals = RefusalsOfMany - 1, Halved = true }, wait, durable, cancellationToken);
        }
    }

    // While the successor waits, its rows are its own already: whoever looks after a row must not take up the failed one again, which would send it, too.
    private async Task TakeOverAsync(
        ConsignmentRecord consignment, IReadOnlyList<ConsignmentMember> members, ConsignmentOrigin origin, TimeSpan wait, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var successor = await start.SucceedAsync(consignment, members, origin, wait, durable, cancellationToken);
        await claims.ClaimAsync(successor, durable, cancellationToken);
    }
}

/// <summary>Input of <see cref="FinishConsignment"/>.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Status">Status in which its session ended, or code of the refusal to open one; null where there was nothing to send.</param>
/// <param name="Settled">Rows that the session's list settled.</param>
public sealed record FinishInput(ConsignmentReference Consignment, int? Status, int Settled);
