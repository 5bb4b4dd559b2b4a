namespace KsefFunctions.Intake;

/// <summary>A version of a blob in the inbox, as whoever saw it there knows it.</summary>
/// <param name="BlobName">Name in the inbox.</param>
/// <param name="ETag">The version; null where only its time is known.</param>
/// <param name="LastModified">When it was written, by the clock of storage; null where that is unknown.</param>
public sealed record SeenDrop(string BlobName, string? ETag = null, DateTimeOffset? LastModified = null);
