namespace KsefFunctions.Storage;

/// <summary>A blob as a listing shows it.</summary>
/// <param name="Name">Name in its container.</param>
/// <param name="ETag">Version of the blob, without quotes.</param>
/// <param name="LastModified">When that version was written.</param>
/// <param name="Metadata">What was written beside the content.</param>
public sealed record ListedBlob(string Name, string ETag, DateTimeOffset LastModified, IDictionary<string, string> Metadata);
