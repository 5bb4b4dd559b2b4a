using System.Xml.Schema;

namespace Ksef.Invoices.Grammar;

/// <summary>The least and the greatest values of a type.</summary>
/// <param name="facets">What the type demands.</param>
/// <param name="parse">Reads a bound as the schema writes it.</param>
internal sealed class ValueBounds<T>(TypeFacets facets, Func<string, T> parse)
    where T : IComparable<T>
{
    private readonly T[] _from = [.. facets.Values<XmlSchemaMinInclusiveFacet>().Select(parse)];
    private readonly T[] _above = [.. facets.Values<XmlSchemaMinExclusiveFacet>().Select(parse)];
    private readonly T[] _upTo = [.. facets.Values<XmlSchemaMaxInclusiveFacet>().Select(parse)];
    private readonly T[] _below = [.. facets.Values<XmlSchemaMaxExclusiveFacet>().Select(parse)];

    public bool AreAny => _from.Length + _above.Length + _upTo.Length + _below.Length > 0;

    public bool Contain(T value) =>
        Array.TrueForAll(_from, bound => value.CompareTo(bound) >= 0)
        && Array.TrueForAll(_above, bound => value.CompareTo(bound) > 0)
        && Array.TrueForAll(_upTo, bound => value.CompareTo(bound) <= 0)
        && Array.TrueForAll(_below, bound => value.CompareTo(bound) < 0);
}
