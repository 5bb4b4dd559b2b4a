using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Approval;

/// <summary>Shows a checked file to the people who may let it go out.</summary>
public sealed class RequestApproval(FileSteps steps, LedgerStore ledger)
{
    [Function(nameof(RequestApproval))]
    public Task RunAsync([ActivityTrigger] FileReference file, CancellationToken cancellationToken) => steps.RunAsync(
        nameof(RequestApproval),
        file,
        () => ledger.UpdateAsync(file.LedgerName, record => record with { Outcome = FileOutcome.AwaitingApproval, Approval = null }, cancellationToken),
        cancellationToken);
}
