namespace KsefFunctions.Storage;

/// <summary>A blob as a listing shows it.</summary>
public sealed record ListedBlob(string Name, IDictionary<string, string> Metadata, DateTimeOffset? LastModified);
