namespace LocalHost.Drops;

/// <summary>A file that lies in the inbox.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="BlobName">Its name in the inbox.</param>
/// <param name="FileId">Its id in the ledger: context and content.</param>
/// <param name="DroppedAt">When it was dropped.</param>
/// <param name="Ordinal">Its place in the order the user gave.</param>
public sealed record DroppedFile(string Name, string BlobName, string FileId, DateTimeOffset DroppedAt, int Ordinal);
