using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Ksef.Invoices.Structure;

/// <summary>Where an element stands: XPath by local names, line and column.</summary>
internal static class FieldPath
{
    public static Location Of(XElement element)
    {
        IXmlLineInfo position = element;
        return new Location(PathOf(element), position.LineNumber, position.LinePosition);
    }

    /// <summary>The place of something inside an element, such as an attribute.</summary>
    public static Location Of(XElement element, string step)
    {
        var location = Of(element);
        return location with { Path = $"{location.Path}/{step}" };
    }

    private static string PathOf(XElement element) =>
        string.Concat(element.AncestorsAndSelf().Reverse().Select(step => "/" + step.Name.LocalName + IndexOf(step)));

    private static string IndexOf(XElement element)
    {
        if (element.Parent is not { } parent)
        {
            return string.Empty;
        }

        var (index, count) = (0, 0);
        foreach (var sibling in parent.Elements(element.Name))
        {
            count++;
            index = sibling == element ? count : index;
        }

        return count == 1 ? string.Empty : $"[{index.ToString(CultureInfo.InvariantCulture)}]";
    }
}
