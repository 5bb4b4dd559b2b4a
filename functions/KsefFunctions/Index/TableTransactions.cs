using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace KsefFunctions.Index;

/// <summary>
/// Writes changes of rows in as few transactions as there can be: a transaction takes a hundred rows of one partition, and what many ask for at the same
/// time goes together.
/// </summary>
internal sealed class TableTransactions(TableClient table)
{
    private readonly ConcurrentDictionary<string, TransactionQueue> _queues = new(StringComparer.Ordinal);

    /// <summary>Writes the changes; they are not undone where some of them fail.</summary>
    public Task WriteAsync(IEnumerable<TableTransactionAction> changes) => Task.WhenAll(
        changes
            .GroupBy(change => change.Entity.PartitionKey, StringComparer.Ordinal)
            .Select(partition => _queues.GetOrAdd(partition.Key, _ => new TransactionQueue(table)).WriteAsync([.. partition])));
}
