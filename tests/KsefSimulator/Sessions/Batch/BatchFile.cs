namespace KsefSimulator.Sessions.Batch;

/// <summary>The package as announced when the session was opened.</summary>
internal sealed record BatchFile(long Size, string Hash, string CompressionType, IReadOnlyList<BatchPart> Parts)
{
    public const string Zip = "Zip";
    public const string TarGz = "TarGz";
}

/// <summary>One encrypted part as announced.</summary>
internal sealed record BatchPart(int OrdinalNumber, long Size, string Hash);
