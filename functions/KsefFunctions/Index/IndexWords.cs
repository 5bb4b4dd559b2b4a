using System.Globalization;
using System.Text;

namespace KsefFunctions.Index;

/// <summary>The words by which names are found: without accents, so that whoever leaves them out finds the same.</summary>
internal static class IndexWords
{
    private const int MostWords = 12;
    private const int ShortestWord = 2;

    /// <summary>Words of a buyer's name.</summary>
    public static IEnumerable<string> OfName(string name) =>
        Words(name).Where(word => word.Length >= ShortestWord).Distinct(StringComparer.Ordinal).Take(MostWords);

    /// <summary>The name of a file without its folders, and the words in it.</summary>
    public static IEnumerable<string> OfPath(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Words(Path.GetFileNameWithoutExtension(name)).Where(word => word.Length >= ShortestWord).Prepend(Plain(name)).Distinct(StringComparer.Ordinal).Take(MostWords);
    }

    /// <summary>How the words begin that a person looks for.</summary>
    public static string Sought(string text) => Plain(text);

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                yield return Plain(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return Plain(word.ToString());
        }
    }

    // Ł is a letter of its own to Unicode, and no L with a mark.
    private static string Plain(string text)
    {
        var letters = text.Replace('ł', 'l').Replace('Ł', 'L').Normalize(NormalizationForm.FormD)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark);
        return IndexKeys.Of(string.Concat(letters));
    }
}
