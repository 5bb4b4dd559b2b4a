using KsefFunctions.Files;

namespace KsefFunctions.Tests.Ledger;

/// <summary>A file as it stands in the ledger when it was received, for tests that need some file.</summary>
internal static class AnyFile
{
    public static FileRecord Record { get; } = new()
    {
        Id = "1111111111-ab",
        LedgerName = "files/1-1111111111-ab.json",
        ContextNip = "1111111111",
        Sha256 = "ab",
        Size = 1,
        Paths = ["1111111111/a.xml"],
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };
}
