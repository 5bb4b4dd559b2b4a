namespace Ksef.Mapping.Writing;

/// <summary>Writes values in the forms of FA(3). What is <see langword="null"/> is not written.</summary>
internal static class XmlElements
{
    public static void Element(this Fa3Xml xml, string name, DateOnly? value) => xml.Element(name, value, "yyyy-MM-dd");

    /// <summary>An amount with both of its decimals.</summary>
    public static void Amount(this Fa3Xml xml, string name, decimal? value) => xml.Element(name, value, "0.00");

    /// <summary>A unit price: two decimals, and further ones only if they are not zero.</summary>
    public static void Price(this Fa3Xml xml, string name, decimal? value) => xml.Element(name, value, "0.00######");

    /// <summary>A quantity, an exchange rate or a percentage without zeros at its end.</summary>
    public static void Quantity(this Fa3Xml xml, string name, decimal? value) => xml.Element(name, value, "0.######");

    public static void Number(this Fa3Xml xml, string name, int? value) => xml.Element(name, value, string.Empty);

    /// <summary>1 where it holds; nothing where not.</summary>
    public static void Mark(this Fa3Xml xml, string name, bool holds) => xml.Element(name, holds ? "1" : null);

    /// <summary>1 for yes, 2 for no.</summary>
    public static void Answer(this Fa3Xml xml, string name, bool answer) => xml.Element(name, answer ? "1" : "2");
}
