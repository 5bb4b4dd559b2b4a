using System.Collections.Concurrent;
using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace KsefFunctions.Tests.Survival;

/// <summary>Reads the ledger on and on, and notes each file whose state went backwards within an attempt.</summary>
internal sealed class LedgerWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<string> _setbacks = new();
    private readonly Task _looking;

    public LedgerWatch(LedgerStore ledger) => _looking = LookAsync(ledger);

    /// <summary>File, and from which state to which.</summary>
    public IReadOnlyCollection<string> Setbacks => _setbacks;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _looking;
        _stopping.Dispose();
    }

    private async Task LookAsync(LedgerStore ledger)
    {
        var known = new Dictionary<string, FileSummary>();
        while (!_stopping.IsCancellationRequested)
        {
            await foreach (var file in ledger.ListAllAsync(CancellationToken.None))
            {
                if (known.TryGetValue(file.Id, out var before) && before.Attempt == file.Attempt && before.Outcome > file.Outcome)
                {
                    _setbacks.Enqueue($"{file.Id}: {before.Outcome} to {file.Outcome}");
                }

                known[file.Id] = file;
            }

            await Task.Delay(Pause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
