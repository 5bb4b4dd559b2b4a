using System.Xml;
using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>Explains text in an element that holds fields only. Some of it nobody sees: no-break and zero-width spaces.</summary>
internal static class TextBetweenFields
{
    /// <summary>What XML takes for white space, which is less than .NET does.</summary>
    private const string WhiteSpace = " \t\r\n";

    public static void Report(StructureDiagnosis walk, XElement element)
    {
        XElement? before = null;
        foreach (var child in element.Nodes())
        {
            before = child as XElement ?? before;
            if (walk.HasEnough)
            {
                return;
            }

            if (child is not XText node)
            {
                continue;
            }

            var text = node.Value.AsSpan().Trim(WhiteSpace).ToString();
            if (text.Length == 0)
            {
                continue;
            }

            var location = PlaceOf(node, node.Value.AsSpan().IndexOfAnyExcept(WhiteSpace), walk.Places.Of(element).Path);
            if (InvisibleCharacter.First(text) is { } invisible && text.All(character => char.IsWhiteSpace(character) || InvisibleCharacter.Is(character)))
            {
                walk.Report(StructureFindings.InvisibleText.At(
                    location, ("parent", walk.Places.Describe(element)), ("character", invisible), ("place", Neighbours(before, node.ElementsAfterSelf().FirstOrDefault()))));
            }
            else
            {
                walk.Report(StructureFindings.Text.At(location, ("field", walk.Places.Describe(element)), ("value", Quote.Of(text))));
            }
        }
    }

    private static Location PlaceOf(XText node, int offset, string? path)
    {
        IXmlLineInfo position = node;
        var before = node.Value.AsSpan(0, offset);
        var lines = before.Count('\n');
        return new Location(path, position.LineNumber + lines, lines == 0 ? position.LinePosition + offset : offset - before.LastIndexOf('\n'));
    }

    private static Words Neighbours(XElement? before, XElement? after) => (before?.Name.LocalName, after?.Name.LocalName) switch
    {
        ({ } left, { } right) => new Words($"między polami {left} i {right}", $"between the fields {left} and {right}"),
        ({ } left, null) => new Words($"za polem {left}", $"after the field {left}"),
        (null, { } right) => new Words($"przed polem {right}", $"before the field {right}"),
        _ => new Words("bez żadnego pola obok", "with no field beside it"),
    };
}
