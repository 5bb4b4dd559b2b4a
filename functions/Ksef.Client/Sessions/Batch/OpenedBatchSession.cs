namespace Ksef.Client;

/// <summary>A batch session that waits for its parts. Source: KSeF API 2.6, POST /sessions/batch.</summary>
/// <param name="ReferenceNumber">Number of the session.</param>
/// <param name="Parts">Where to upload each part. The window is 20 minutes times the number of parts.</param>
public sealed record OpenedBatchSession(ReferenceNumber ReferenceNumber, IReadOnlyList<PartUpload> Parts);
