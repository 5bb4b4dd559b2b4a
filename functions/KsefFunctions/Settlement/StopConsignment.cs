using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>Gives the files of a consignment that failed to a person. What its sessions may hold stays its own: a replay takes it up again.</summary>
public sealed class StopConsignment(ConsignmentSteps steps, ConsignmentFiles files, ConsignmentEnding ending)
{
    [Function(nameof(StopConsignment))]
    public async Task RunAsync([ActivityTrigger] StopInput input, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await steps.RunAsync(
            nameof(StopConsignment),
            input.Consignment,
            SettlementJson.Default.ConsignmentState,
            async run =>
            {
                await FailAsync(run.Record, input, durable, cancellationToken);
                return ConsignmentEnd.Ended(ConsignmentState.Stopped, input.Failure);
            },
            cancellationToken);
        await ending.CleanUpAsync(input.Consignment, durable, cancellationToken);
    }

    // Those, too, that it had not claimed yet: nobody else knows of them.
    private async Task FailAsync(ConsignmentRecord consignment, StopInput input, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var members = await files.MembersAsync(consignment, cancellationToken);
        var concerned = members.Where(file => !file.Record.IsFinal && file.Record.Invoices.Any(row =>
            row.Outcome == InvoiceOutcome.Pending && row.Schema == consignment.Schema
            && (row.Consignment == consignment.Id || (row.Consignment is null && file.Record.Attempt == file.Member.Attempt))));
        await ending.FailAsync(consignment, concerned.Select(file => file.Record), input.Step, input.Failure, durable, cancellationToken);
    }
}

/// <summary>Input of <see cref="StopConsignment"/>.</summary>
/// <param name="Consignment">The consignment.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Failure">Its message.</param>
public sealed record StopInput(ConsignmentReference Consignment, string Step, string Failure);
