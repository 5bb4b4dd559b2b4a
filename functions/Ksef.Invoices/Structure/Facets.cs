using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>What a simple type demands of a value, its base types included.</summary>
internal sealed class Facets
{
    private static readonly ConcurrentDictionary<XmlSchemaType, Facets> Known = new();

    private Words? _minimum;
    private Words? _maximum;

    /// <summary>Names of the type and of those it is derived from.</summary>
    public HashSet<string> TypeNames { get; } = [];

    /// <summary>The values of the most derived enumeration.</summary>
    public IReadOnlyList<CodeValue> Enumeration { get; private set; } = [];

    public int? MinLength { get; private set; }

    public int? MaxLength { get; private set; }

    public int? FractionDigits { get; private set; }

    public int? TotalDigits { get; private set; }

    public bool IsNumber { get; private set; }

    /// <summary>The bounds in words, if there are any.</summary>
    public Words? Range => (_minimum, _maximum) switch
    {
        (null, null) => (Words?)null,
        ({ } minimum, null) => minimum,
        (null, { } maximum) => maximum,
        ({ } minimum, { } maximum) => new($"{minimum.Pl} {maximum.Pl}", $"{minimum.En} {maximum.En}"),
    };

    public static Facets Of(XmlSchemaType type) => Known.GetOrAdd(type, Read);

    private static Facets Read(XmlSchemaType mostDerived)
    {
        var facets = new Facets();
        for (var type = mostDerived; type is not null; type = type.BaseXmlSchemaType)
        {
            facets.TypeNames.Add(type.Name ?? string.Empty);
            facets.IsNumber |= type.TypeCode is XmlTypeCode.Decimal or XmlTypeCode.Integer;
            if (type is XmlSchemaSimpleType { Content: XmlSchemaSimpleTypeRestriction restriction })
            {
                facets.Take(restriction.Facets);
            }
        }

        return facets;
    }

    private void Take(XmlSchemaObjectCollection facets)
    {
        if (Enumeration.Count == 0)
        {
            Enumeration = [.. facets.OfType<XmlSchemaEnumerationFacet>().Select(CodeValue.Of)];
        }

        foreach (var facet in facets.OfType<XmlSchemaFacet>())
        {
            switch (facet)
            {
                case XmlSchemaMinLengthFacet or XmlSchemaLengthFacet when MinLength is null:
                    MinLength = Number(facet);
                    MaxLength ??= facet is XmlSchemaLengthFacet ? Number(facet) : null;
                    break;
                case XmlSchemaMaxLengthFacet:
                    MaxLength ??= Number(facet);
                    break;
                case XmlSchemaTotalDigitsFacet:
                    TotalDigits ??= Number(facet);
                    break;
                case XmlSchemaFractionDigitsFacet:
                    FractionDigits ??= Number(facet);
                    break;
                case XmlSchemaMinInclusiveFacet:
                    _minimum ??= new($"od {facet.Value}", $"from {facet.Value}");
                    break;
                case XmlSchemaMinExclusiveFacet:
                    _minimum ??= new($"powyżej {facet.Value}", $"above {facet.Value}");
                    break;
                case XmlSchemaMaxInclusiveFacet:
                    _maximum ??= new($"do {facet.Value}", $"up to {facet.Value}");
                    break;
                case XmlSchemaMaxExclusiveFacet:
                    _maximum ??= new($"poniżej {facet.Value}", $"below {facet.Value}");
                    break;
                default:
                    break;
            }
        }
    }

    private static int Number(XmlSchemaFacet facet) => int.Parse(facet.Value!, CultureInfo.InvariantCulture);
}
