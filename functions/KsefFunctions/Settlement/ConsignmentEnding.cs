using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Submission;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>What is done at the end of a consignment, however often it is asked for.</summary>
public sealed class ConsignmentEnding(ConsignmentStore consignments, PackageStaging staging, DispatcherCall dispatcher)
{
    private const int AtOnce = 16;

    /// <summary>Writes down how it ended, removes its ciphertext, and calls the dispatcher, which may have waited for it.</summary>
    public async Task EndAsync(ConsignmentReference consignment, ConsignmentState state, string? failure, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var (nip, id) = (consignment.ContextNip, consignment.Id);
        await consignments.UpdateAsync(
            nip, id, record => record.Attempt == consignment.Attempt && !record.IsFinal ? record with { State = state, Failure = failure } : null, cancellationToken);
        await staging.RemoveAsync(id, cancellationToken);
        await consignments.MarkEndedAsync(nip, id, cancellationToken);
        await dispatcher.AnywayAsync(nip, durable, cancellationToken);
    }

    /// <summary>Has the flows of files give them to a person.</summary>
    public static Task FailAsync(
        ConsignmentRecord consignment, IEnumerable<FileRecord> files, string step, string failure, DurableTaskClient durable, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (file, token) => await WaitingFlows.FailedAsync(durable, file, consignment.Steps, step, failure, token));
}
