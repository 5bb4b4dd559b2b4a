using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>Where the elements of one document stand: XPath by local names, line and column, and the invoice line they belong to.</summary>
internal sealed class ElementPlaces
{
    private static readonly Dictionary<string, string> NumberOfLine = new()
    {
        ["FaWiersz"] = "NrWierszaFa",
        ["ZamowienieWiersz"] = "NrWierszaZam",
        ["FakturaRRWiersz"] = "NrWierszaFa",
        ["InvoiceLine"] = "ID",
        ["CreditNoteLine"] = "ID",
    };

    /// <summary>The number is the first field of a line; one that is flooded with others is not searched for it again and again.</summary>
    private const int FieldsToLookAt = 20;

    /// <summary>Ranks among siblings of the same name, counted once for each parent: counting anew for each finding would take the square of the file's length.</summary>
    private readonly Dictionary<XElement, Dictionary<XElement, int>> _ranks = [];

    public Location Of(XElement element)
    {
        IXmlLineInfo position = element;
        return new Location(PathOf(element), position.LineNumber, position.LinePosition) { InvoiceLine = LineOf(element) };
    }

    /// <summary>The place of something inside an element, such as an attribute.</summary>
    public Location Of(XElement element, string step)
    {
        var location = Of(element);
        return location with { Path = $"{location.Path}/{step}" };
    }

    /// <summary>The element's name with its meaning, and the invoice line if it stands in one.</summary>
    public Words Describe(XElement element)
    {
        var field = FieldNames.Describe(element.Name.LocalName);
        return LineOf(element) is { } line ? line.Beside(field, isLineItself: NumberOfLine.ContainsKey(element.Name.LocalName)) : field;
    }

    private InvoiceLineNumber? LineOf(XElement element)
    {
        var line = element.AncestorsAndSelf().FirstOrDefault(ancestor => NumberOfLine.ContainsKey(ancestor.Name.LocalName));
        if (line is null)
        {
            return null;
        }

        var field = NumberOfLine[line.Name.LocalName];
        var number = line.Elements().Take(FieldsToLookAt).FirstOrDefault(child => child.Name.LocalName == field)?.Value.Trim();
        return new InvoiceLineNumber(RankOf(line), field, string.IsNullOrEmpty(number) ? null : Quote.Of(number));
    }

    private string PathOf(XElement element) =>
        string.Concat(element.AncestorsAndSelf().Reverse().Select(step => "/" + step.Name.LocalName + IndexOf(step)));

    private string IndexOf(XElement element)
    {
        var isOnly = element.Parent is not { } parent || (RankOf(element) == 1 && !element.ElementsAfterSelf(element.Name).Any());
        return isOnly ? string.Empty : $"[{RankOf(element).ToString(CultureInfo.InvariantCulture)}]";
    }

    private int RankOf(XElement element)
    {
        if (element.Parent is not { } parent)
        {
            return 1;
        }

        if (!_ranks.TryGetValue(parent, out var ranks))
        {
            _ranks.Add(parent, ranks = []);
            var counts = new Dictionary<XName, int>();
            foreach (var child in parent.Elements())
            {
                ranks.Add(child, counts[child.Name] = counts.GetValueOrDefault(child.Name) + 1);
            }
        }

        return ranks[element];
    }
}
