using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace KsefFunctions.Index;

/// <summary>
/// Changes of one partition that wait for a transaction. While one is on its way, those that come meanwhile wait and then go together; so nobody waits by
/// a clock, and the more there is to do, the fuller transactions are.
/// </summary>
internal sealed class TransactionQueue(TableClient table)
{
    private const int MostRows = 100;
    private const int MostAtOnce = 4;

    private readonly Lock _lock = new();
    private readonly Queue<Change> _waiting = new();
    private int _waitingRows;
    private int _onTheirWay;

    /// <summary>Writes changes, no two of the same row.</summary>
    public Task WriteAsync(IReadOnlyList<TableTransactionAction> changes)
    {
        List<Change> parts = [.. changes.Chunk(MostRows).Select(part => new Change(part))];
        lock (_lock)
        {
            foreach (var part in parts)
            {
                _waiting.Enqueue(part);
                _waitingRows += part.Rows.Count;
            }
        }

        Start();
        return Task.WhenAll(parts.Select(part => part.Written.Task));
    }

    private void Start()
    {
        while (TakeNext() is { } next)
        {
            _ = SendAsync(next);
        }
    }

    // A second one starts beside the first only when it is full.
    private List<Change>? TakeNext()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0 || _onTheirWay >= MostAtOnce || (_onTheirWay > 0 && _waitingRows < MostRows))
            {
                return null;
            }

            var taken = new List<Change>();
            var keys = new HashSet<string>(StringComparer.Ordinal);
            while (_waiting.TryPeek(out var next) && keys.Count + next.Rows.Count <= MostRows && next.Rows.All(row => !keys.Contains(row.Entity.RowKey)))
            {
                keys.UnionWith(next.Rows.Select(row => row.Entity.RowKey));
                taken.Add(_waiting.Dequeue());
            }

            _waitingRows -= keys.Count;
            _onTheirWay++;
            return taken;
        }
    }

    private async Task SendAsync(List<Change> changes)
    {
        try
        {
            await SubmitAsync([.. changes.SelectMany(change => change.Rows)]);
            changes.ForEach(change => change.Written.TrySetResult());
        }
        catch (Exception failure)
        {
            changes.ForEach(change => change.Written.TrySetException(failure));
        }
        finally
        {
            lock (_lock)
            {
                _onTheirWay--;
            }

            Start();
        }
    }

    private async Task SubmitAsync(List<TableTransactionAction> rows)
    {
        while (rows.Count > 0)
        {
            try
            {
                await table.SubmitTransactionAsync(rows);
                return;
            }
            catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
            {
                await table.CreateIfNotExistsAsync();
            }
            catch (TableTransactionFailedException gone) when (gone is { Status: 404, FailedTransactionActionIndex: { } index } && rows[index].ActionType == TableTransactionActionType.Delete)
            {
                // What is to be removed is not there, which is all that was wanted.
                rows.RemoveAt(index);
            }
        }
    }

    private sealed record Change(IReadOnlyList<TableTransactionAction> Rows)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
