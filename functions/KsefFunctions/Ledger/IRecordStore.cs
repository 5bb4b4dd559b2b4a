using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>Where records of a kind are kept, each in a document that changes under its ETag.</summary>
public interface IRecordStore<TRecord>
    where TRecord : IStepRecord<TRecord>
{
    /// <summary>The record whose document is known to exist, with its version.</summary>
    Task<KnownRecord<TRecord>> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>The same, or the version that this process wrote last: for those who put another one in its place, which the ETag refuses where it is no longer the last.</summary>
    Task<KnownRecord<TRecord>> ReadRecentAsync(string name, CancellationToken cancellationToken) => ReadAsync(name, cancellationToken);

    /// <summary>The same, or the version that this process created: for the first step of a record, whose end is refused by the ETag where the version is no longer the last.</summary>
    Task<KnownRecord<TRecord>> ReadToBeginAsync(string name, CancellationToken cancellationToken) => ReadAsync(name, cancellationToken);

    /// <summary>Puts a record in the place of the version that is known.</summary>
    /// <returns>The record with its new version; null when another writer was faster.</returns>
    Task<KnownRecord<TRecord>?> TryReplaceAsync(KnownRecord<TRecord> known, TRecord changed, CancellationToken cancellationToken);
}
