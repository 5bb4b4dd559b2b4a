using System.Security.Cryptography;
using System.Text;
using KsefFunctions.Files;

namespace KsefFunctions.DeadLetters;

/// <summary>A file that was never read has no hash: its name stands in.</summary>
internal static class UnreadFile
{
    /// <summary>Its id in the ledger.</summary>
    public static string IdOf(string blobName) =>
        FileIdentity.Of(ContextOf(blobName), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"unread:{blobName}"))));

    /// <summary>NIP of the folder it lies in.</summary>
    public static string ContextOf(string blobName) => InboxPath.TryParse(blobName, out var path) ? path.Nip : FileIdentity.NoContext;
}
