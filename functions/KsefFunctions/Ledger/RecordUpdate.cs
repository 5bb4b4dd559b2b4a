using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>What all stores of records do alike.</summary>
internal static class RecordUpdate
{
    private const int MostConflicts = 20;

    /// <summary>Changes a record under its ETag; <paramref name="change"/> runs again on what another writer left, and returns null to leave it as it is.</summary>
    public static async Task<TRecord> ChangeAsync<TRecord>(this IRecordStore<TRecord> records, string name, Func<TRecord, TRecord?> change, CancellationToken cancellationToken)
        where TRecord : class, IStepRecord<TRecord>
    {
        for (var conflicts = 0; ; conflicts++)
        {
            var isFirst = conflicts == 0;
            var known = isFirst ? await records.ReadRecentAsync(name, cancellationToken) : await records.ReadAsync(name, cancellationToken);
            if (change(known.Record) is not { } changed)
            {
                if (isFirst)
                {
                    continue;
                }

                return known.Record;
            }

            if (await records.TryReplaceAsync(known, changed, cancellationToken) is { } written)
            {
                return written.Record;
            }

            if (conflicts == MostConflicts)
            {
                throw new IOException($"The ledger document {name} changes faster than it can be written.");
            }
        }
    }
}
