using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Submission;

/// <summary>Finds the sessions of earlier attempts that may hold invoices which the rows do not know of.</summary>
public sealed class FindOpenSessions(FileSteps steps, LedgerStore ledger)
{
    [Function(nameof(FindOpenSessions))]
    public Task<IReadOnlyList<string>> RunAsync([ActivityTrigger] PackageInput input, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(FindOpenSessions), input.File, () => FindAsync(input, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<string>> FindAsync(PackageInput input, CancellationToken cancellationToken)
    {
        var record = await ledger.GetByNameAsync(input.File.LedgerName, cancellationToken);
        return [.. record.Sessions
            .Where(session => session.IsOpenQuestion && session.Submission == input.Submission.Key)
            .Select(session => session.ReferenceNumber)];
    }
}
