using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Submission;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>What is done at the end of a consignment, however often it is asked for.</summary>
public sealed class ConsignmentEnding(ConsignmentStore consignments, PackageStaging staging, DispatcherCall dispatcher, FileEndStart rest)
{
    private const int AtOnce = 16;

    /// <summary>Removes its ciphertext and its mark, and calls the dispatcher, which may have waited for it.</summary>
    public async Task CleanUpAsync(ConsignmentReference consignment, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        await staging.RemoveAsync(consignment.Id, cancellationToken);
        await consignments.MarkEndedAsync(consignment.ContextNip, consignment.Id, cancellationToken);
        await dispatcher.AnywayAsync(consignment.ContextNip, durable, cancellationToken);
    }

    /// <summary>Gives files to a person.</summary>
    public Task FailAsync(
        ConsignmentRecord consignment, IEnumerable<FileRecord> files, string step, string failure, DurableTaskClient durable, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (file, token) => await rest.FailAsync(durable, file, consignment.Steps, step, failure, token));
}
