using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>A run of a step that the fence has let in. Its writes stand only while the file is at that step and nobody else has taken it over.</summary>
public sealed class FencedRun<TRecord> : IAsyncDisposable
    where TRecord : class, IStepRecord<TRecord>
{
    private static readonly TimeSpan SaysSoEvery = StepFence.BelievedFor / 3;
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(10);

    private readonly IRecordStore<TRecord> _records;
    private readonly TimeProvider _time;
    private readonly StepPlace _place;
    private readonly string? _runner;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _sayingSo;
    private KnownRecord<TRecord> _known;
    private bool _isOver;

    internal FencedRun(IRecordStore<TRecord> records, TimeProvider time, StepPlace place, string? runner, KnownRecord<TRecord> entered, CancellationToken cancellationToken)
    {
        (_records, _time, _place, _runner, _known, _cancellationToken) = (records, time, place, runner, entered, cancellationToken);
        _sayingSo = runner is null ? Task.CompletedTask : SaySoAsync();
    }

    /// <summary>The record as this run knows it.</summary>
    public TRecord Record => _known.Record;

    /// <summary>Writes something down in the middle of the step, before the call that it announces.</summary>
    /// <exception cref="SupersededException">Another run has taken the step over.</exception>
    public Task NoteAsync(Func<TRecord, TRecord> change) => WriteAsync(record => change(record).At(Mine()), _cancellationToken);

    /// <summary>Leaves the step.</summary>
    internal async Task<T> EndAsync<T>(StepEnd<TRecord, T> end, JsonTypeInfo<T> json)
    {
        await StopSayingSoAsync();
        if (!end.IsDone)
        {
            return end.Result(Record);
        }

        while (true)
        {
            var changed = end.Change(Record);
            var result = end.Result(changed);
            changed = changed.At(new FlowPosition { Place = _place.Number, Result = JsonSerializer.Serialize(result, json) });
            await (end.Before?.Invoke(changed) ?? Task.CompletedTask);
            if (await _records.TryReplaceAsync(_known, changed, _cancellationToken) is { } written)
            {
                (_known, _isOver) = (written, true);
                end.After?.Invoke(changed);
                return result;
            }

            await LookAsync(_cancellationToken);
            if (StepFence.ResultIn(Record, _place) is { } twin)
            {
                // The same step, run at the same time, was faster.
                return JsonSerializer.Deserialize(twin, json)!;
            }
        }
    }

    /// <summary>Gives the step free for the next run, where it was not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopSayingSoAsync();
        if (_runner is not null && !_isOver)
        {
            await LeaveAsync();
        }

        _ended.Dispose();
        _writing.Dispose();
    }

    // Where this fails, the next run waits until this one is no longer believed to be alive; what failed before is what must be told.
    private async Task LeaveAsync()
    {
        using var patience = new CancellationTokenSource(TimeToLeave, _time);
        try
        {
            await WriteAsync(record => record.At(new FlowPosition { Place = _place.Number }), patience.Token);
        }
        catch (Exception failure) when (failure is SupersededException or RequestFailedException or AggregateException or IOException or OperationCanceledException)
        {
            Activity.Current?.AddException(failure);
        }
    }

    private async Task WriteAsync(Func<TRecord, TRecord> change, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (await _records.TryReplaceAsync(_known, change(Record), cancellationToken) is { } written)
                {
                    _known = written;
                    return;
                }

                await LookAsync(cancellationToken);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    // Somebody else has written: a name was added, or another run has taken over.
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var current = await _records.ReadAsync(_place.LedgerName, cancellationToken);
        if (StepFence.IsBehind(current.Record, _place) || (_runner is not null && current.Record.Position?.Runner != _runner))
        {
            // Its version stays the one that it knew: whatever else it wants to write is refused, too.
            _isOver = true;
            throw new SupersededException(_place);
        }

        _known = current;
    }

    private FlowPosition Mine() => new() { Place = _place.Number, Runner = _runner, Until = _runner is null ? null : _time.GetUtcNow() + StepFence.BelievedFor };

    private async Task SaySoAsync()
    {
        using var timer = new PeriodicTimer(SaysSoEvery, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                await NoteAsync(record => record);
            }
        }
        catch (Exception ending) when (ending is OperationCanceledException or SupersededException)
        {
            // Ended, or taken over: the next write says so to the step itself.
        }
    }

    private async Task StopSayingSoAsync()
    {
        await _ended.CancelAsync();
        await _sayingSo.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
