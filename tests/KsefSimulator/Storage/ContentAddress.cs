namespace KsefSimulator.Storage;

/// <summary>Where a content lies in the content file.</summary>
internal sealed record ContentAddress(long Offset, int StoredLength, int Length);
