namespace KsefFunctions.Storage;

/// <summary>Room on the disk for what is too large for memory; it is gone when it is closed.</summary>
internal static class TemporaryFile
{
    private const int BufferSize = 65_536;

    public static FileStream Create() =>
        new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
