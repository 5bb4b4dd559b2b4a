using Azure;

namespace KsefFunctions.Ledger;

/// <summary>A record and the version of its document.</summary>
public sealed record KnownRecord<TRecord>(TRecord Record, ETag ETag);
