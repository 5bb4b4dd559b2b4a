using System.Xml.Linq;

namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>The fields of an FA(3): each value by its path, in which repeated elements are counted, such as <c>Fa/FaWiersz[2]/P_7</c>.</summary>
internal static class InvoiceFieldsOf
{
    private static readonly string[] Numbers = ["P_8B", "P_9", "P_10", "P_11", "P_13_", "P_14_", "P_15", "Kwota", "Kurs", "WartoscZamowienia", "Suma", "DoZaplaty", "DoRozliczenia", "Udzial"];

    public static Dictionary<string, string> Read(XElement invoice)
    {
        var fields = new Dictionary<string, string>();
        foreach (var part in invoice.Elements().Where(part => part.Name.LocalName != "Naglowek"))
        {
            Read(part, Step(part), fields);
        }

        return fields;
    }

    private static void Read(XElement element, string path, Dictionary<string, string> fields)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            fields[$"{path}/@{attribute.Name.LocalName}"] = attribute.Value;
        }

        if (!element.HasElements)
        {
            fields[path] = Value(element);
        }

        foreach (var child in element.Elements())
        {
            Read(child, $"{path}/{Step(child)}", fields);
        }
    }

    /// <summary>The name, counted from the second one on.</summary>
    private static string Step(XElement element)
    {
        var before = element.ElementsBeforeSelf(element.Name).Count();
        return before == 0 ? element.Name.LocalName : $"{element.Name.LocalName}[{before + 1}]";
    }

    /// <summary>Amounts mean the same with and without zeros at their end.</summary>
    private static string Value(XElement element) =>
        element.Value.Contains('.', StringComparison.Ordinal) && Array.Exists(Numbers, name => element.Name.LocalName.StartsWith(name, StringComparison.Ordinal))
            ? element.Value.TrimEnd('0').TrimEnd('.')
            : element.Value;
}
