namespace KsefSimulator.Sessions.Batch;

/// <summary>An uploaded part as it arrived.</summary>
internal sealed record ReceivedPart(string SessionReferenceNumber, int OrdinalNumber, long Size, string Hash, string FileName);
