using System.Globalization;
using System.Xml;

namespace Ksef.Mapping.Writing;

/// <summary>Writes elements and their values in the forms of FA(3). What is <see langword="null"/> is not written.</summary>
internal static class XmlElements
{
    public static void Group(this XmlWriter xml, string name, Action content)
    {
        xml.WriteStartElement(name, Fa3Writer.Namespace);
        content();
        xml.WriteEndElement();
    }

    public static void Element(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.WriteElementString(name, Fa3Writer.Namespace, value);
        }
    }

    public static void Element(this XmlWriter xml, string name, DateOnly? value) => xml.Element(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An amount with both of its decimals.</summary>
    public static void Amount(this XmlWriter xml, string name, decimal? value) => xml.Element(name, value?.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>A unit price: two decimals, and further ones only if they are not zero.</summary>
    public static void Price(this XmlWriter xml, string name, decimal? value) => xml.Element(name, value?.ToString("0.00######", CultureInfo.InvariantCulture));

    /// <summary>A quantity, an exchange rate or a percentage without zeros at its end.</summary>
    public static void Quantity(this XmlWriter xml, string name, decimal? value) => xml.Element(name, value?.ToString("0.######", CultureInfo.InvariantCulture));

    public static void Number(this XmlWriter xml, string name, int? value) => xml.Element(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>1 where it holds; nothing where not.</summary>
    public static void Mark(this XmlWriter xml, string name, bool holds) => xml.Element(name, holds ? "1" : null);

    /// <summary>1 for yes, 2 for no.</summary>
    public static void Answer(this XmlWriter xml, string name, bool answer) => xml.Element(name, answer ? "1" : "2");
}
