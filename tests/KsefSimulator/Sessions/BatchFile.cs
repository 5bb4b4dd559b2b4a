namespace KsefSimulator.Sessions;

/// <summary>The package as announced when the session was opened.</summary>
internal sealed record BatchFile(long Size, string Hash, string CompressionType, IReadOnlyList<BatchPart> Parts);

/// <summary>One encrypted part as announced.</summary>
internal sealed record BatchPart(int OrdinalNumber, long Size, string Hash);
