using System.Security.Cryptography;
using System.Text;

namespace KsefFunctions.Files;

/// <summary>How a file is named for ever: the context and the content, not the name it was dropped under.</summary>
public static class FileIdentity
{
    /// <summary>Stands in for the NIP of files that were dropped outside a NIP folder.</summary>
    public const string NoContext = "0000000000";

    /// <param name="nip">Ten digits.</param>
    /// <param name="sha256">SHA-256 of the content, lower-case hex.</param>
    public static string Of(string nip, string sha256) => $"{nip}-{sha256}";

    /// <summary>The id of a drop. One whose name is refused must not stand for its content, which may come again under a right name.</summary>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="content">What was read of it.</param>
    public static string OfDrop(string path, DroppedContent content) =>
        DropName.RefusalOf(path, content.Kind) is null ? Of(ContextOf(path), content.Sha256) : OfName(path, $"refused:{path}\n{content.Sha256}");

    /// <summary>The id of a file that was never read: its name stands in for the content.</summary>
    /// <param name="path">Name in the inbox.</param>
    public static string OfUnread(string path) => OfName(path, $"unread:{path}");

    /// <summary>The id of a drop that was removed before it was read.</summary>
    /// <param name="path">Name in the inbox.</param>
    /// <param name="version">Tells it from others under that name; null where nothing does.</param>
    public static string OfRemoved(string path, string? version) => OfName(path, $"removed:{path}\n{version}");

    /// <summary>NIP of the folder that a name in the inbox lies in.</summary>
    public static string ContextOf(string path) => InboxPath.TryParse(path, out var place) ? place.Nip : NoContext;

    private static string OfName(string path, string text) =>
        Of(ContextOf(path), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
