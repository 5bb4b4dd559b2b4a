namespace LocalHost.Triggers.Blobs;

/// <summary>One version of a blob: a trigger fires once for each.</summary>
/// <param name="Name">The blob's name in its container.</param>
/// <param name="ETag">As storage gives it, quotes included.</param>
internal readonly record struct BlobVersion(string Name, string ETag);
