using KsefFunctions.Errors;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Approval;

/// <summary>Keeps who decided, what and when.</summary>
public sealed class RecordDecision(FileSteps steps, LedgerStore ledger)
{
    [Function(nameof(RecordDecision))]
    public Task RunAsync([ActivityTrigger] DecisionInput input, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(RecordDecision), input.File, () => RecordAsync(input, cancellationToken), cancellationToken);

    private Task<FileRecord> RecordAsync(DecisionInput input, CancellationToken cancellationToken) => ledger.UpdateAsync(
        input.File.LedgerName,
        record => record with
        {
            Outcome = FileOutcome.Validated,
            Approval = input.Decision,
            Errors = input.Decision.Approved ? record.Errors : [.. record.Errors, FileErrors.Refused.Record(input.Decision.By)],
        },
        cancellationToken);
}

/// <summary>Input of <see cref="RecordDecision"/>.</summary>
public sealed record DecisionInput(FileReference File, ApprovalRecord Decision);
