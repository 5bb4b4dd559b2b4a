using System.Security.Cryptography;
using System.Text;

namespace KsefFunctions.Storage;

/// <summary>
/// Names that must not become longer than what keeps them takes: the end of a name gives way to <c>~</c> and the first sixteen hex digits of the
/// SHA-256 of the whole name (UTF-8).
/// </summary>
internal static class ShortName
{
    private const int HashDigits = 16;

    /// <summary>The name, shortened where it has no room.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="room">How much there is, more than the hash needs.</param>
    /// <param name="size">How much a letter takes: its characters or its bytes.</param>
    public static string Of(string name, int room, Func<Rune, int> size)
    {
        if (name.EnumerateRunes().Sum(size) <= room)
        {
            return name;
        }

        // Letter by letter: half a letter outside the basic plane would be no text.
        var (left, kept) = (room - HashDigits - 1, 0);
        foreach (var letter in name.EnumerateRunes())
        {
            left -= size(letter);
            if (left < 0)
            {
                break;
            }

            kept += letter.Utf16SequenceLength;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashDigits];
        return $"{name[..kept]}~{hash}";
    }
}
