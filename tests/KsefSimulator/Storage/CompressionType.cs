namespace KsefSimulator.Storage;

/// <summary>How the files of a package are packed, in KSeF's terms.</summary>
internal static class CompressionType
{
    public const string Zip = "Zip";
    public const string TarGz = "TarGz";
}
