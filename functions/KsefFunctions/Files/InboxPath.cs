using System.Diagnostics.CodeAnalysis;

namespace KsefFunctions.Files;

/// <summary>A name in the inbox: <c>{nip}/any/folders/name.xml</c>.</summary>
/// <param name="Nip">The company in whose name the file is sent.</param>
public sealed record InboxPath(string Nip)
{
    /// <summary>True when the check digit of the folder's NIP is right.</summary>
    public bool HasValidNip => Ksef.Invoices.Nip.TryParse(Nip, out _);

    /// <summary>Takes a blob name apart.</summary>
    /// <returns>False when the first folder is not ten digits.</returns>
    public static bool TryParse(string blobName, [NotNullWhen(true)] out InboxPath? path)
    {
        path = null;
        var slash = blobName.IndexOf('/', StringComparison.Ordinal);
        var folder = slash < 0 ? string.Empty : blobName[..slash];
        if (folder.Length != 10 || !folder.All(char.IsAsciiDigit) || slash == blobName.Length - 1)
        {
            return false;
        }

        path = new InboxPath(folder);
        return true;
    }
}
