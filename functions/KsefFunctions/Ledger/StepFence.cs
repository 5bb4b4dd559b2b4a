using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>
/// Stands in front of every step. Durable runs an activity at least once: again after a lost checkpoint, at the same time as itself, and
/// minutes after its flow has ended. Whoever comes late is turned away; whoever comes again gets what the first run gave; and where a step must
/// not meet itself, one run is let in at a time. The record's ETag decides.
/// </summary>
public sealed class StepFence<TRecord>(IRecordStore<TRecord> records, TimeProvider time)
    where TRecord : class, IStepRecord<TRecord>
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a step, unless it has run.</summary>
    /// <param name="place">Which step.</param>
    /// <param name="claim">Marks the record as being worked on, and lets in one run at a time; null lets any number in.</param>
    /// <param name="json">How the result is kept.</param>
    /// <param name="step">The step itself.</param>
    /// <param name="cancellationToken">Ends the wait for another run, and the step.</param>
    /// <exception cref="SupersededException">The file has left this step behind.</exception>
    public async Task<T> RunAsync<T>(
        StepPlace place, Func<TRecord, TRecord>? claim, JsonTypeInfo<T> json, Func<FencedRun<TRecord>, Task<StepEnd<TRecord, T>>> step, CancellationToken cancellationToken)
    {
        var runner = claim is null ? null : RandomNumberGenerator.GetHexString(16, lowercase: true);
        while (true)
        {
            var entered = await EnterAsync(place, runner, claim, cancellationToken);
            if (StepFence.ResultIn(entered.Record, place) is { } earlier)
            {
                return JsonSerializer.Deserialize(earlier, json)!;
            }

            await using var run = new FencedRun<TRecord>(records, time, place, runner, entered, cancellationToken);
            try
            {
                var end = await step(run);
                return await run.EndAsync(end, json);
            }
            catch (SupersededException)
            {
                // Late, which the entrance says again; or taken for dead while it lived: a failure of this run would be taken for one of the step,
                // whose result is now the other's to give.
            }
        }
    }

    private async Task<KnownRecord<TRecord>> EnterAsync(StepPlace place, string? runner, Func<TRecord, TRecord>? claim, CancellationToken cancellationToken)
    {
        while (true)
        {
            var known = place.IsFirst ? await records.ReadToBeginAsync(place.LedgerName, cancellationToken) : await records.ReadAsync(place.LedgerName, cancellationToken);
            if (StepFence.IsBehind(known.Record, place))
            {
                throw new SupersededException(place);
            }

            if (runner is null || StepFence.ResultIn(known.Record, place) is not null)
            {
                return known;
            }

            var now = time.GetUtcNow();
            if (known.Record.Position is { Runner: not null } held && held.Place == place.Number && held.Until > now)
            {
                await Task.Delay(LookAgainAfter, time, cancellationToken);
                continue;
            }

            var position = new FlowPosition { Place = place.Number, Runner = runner, Until = now + StepFence.BelievedFor };
            if (await records.TryReplaceAsync(known, claim!(known.Record).At(position), cancellationToken) is { } claimed)
            {
                return claimed;
            }
        }
    }
}

/// <summary>What every fence goes by.</summary>
public static class StepFence
{
    /// <summary>A runner that has not been heard of for so long is taken for dead.</summary>
    public static readonly TimeSpan BelievedFor = TimeSpan.FromSeconds(60);

    /// <summary>What the step gave to an earlier run; null when it is not done.</summary>
    internal static string? ResultIn<TRecord>(TRecord record, StepPlace place)
        where TRecord : IStepRecord<TRecord> =>
        record.Attempt == place.Attempt && record.Position is { } position && position.Place == place.Number ? position.Result : null;

    /// <summary>Whether the flow has left a step behind.</summary>
    internal static bool IsBehind<TRecord>(TRecord record, StepPlace place)
        where TRecord : IStepRecord<TRecord> =>
        record.Attempt != place.Attempt || record.Position?.Place > place.Number || (record.IsFinal && ResultIn(record, place) is null);
}
