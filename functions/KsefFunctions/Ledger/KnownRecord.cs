using Azure;
using KsefFunctions.Files;

namespace KsefFunctions.Ledger;

/// <summary>A record and the version of its document.</summary>
public sealed record KnownRecord(FileRecord Record, ETag ETag);
