using Azure;

namespace KsefFunctions.Storage;

/// <summary>A small blob, read whole.</summary>
public sealed record StoredBlob(ReadOnlyMemory<byte> Content, ETag ETag, DateTimeOffset LastModified, IDictionary<string, string> Metadata);
