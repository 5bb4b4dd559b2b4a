using System.Text.RegularExpressions;
using System.Xml.Schema;

namespace Ksef.Invoices.Grammar;

/// <summary>What a type and those it is derived from demand of a value.</summary>
internal sealed class TypeFacets
{
    private readonly List<XmlSchemaFacet> _all = [];
    private readonly List<Regex> _patterns = [];
    private bool _hasUnknownPattern;

    /// <summary>The values of the most derived enumeration, if there is any.</summary>
    public HashSet<string>? Codes { get; private set; }

    /// <summary>The patterns, each of which must match; <see langword="null"/> if there is one that is not known.</summary>
    public Regex[]? Patterns => _hasUnknownPattern ? null : [.. _patterns];

    /// <returns>The facets; <see langword="null"/> when the type is not derived by restriction alone.</returns>
    public static TypeFacets? Of(XmlSchemaType type)
    {
        var facets = new TypeFacets();
        for (var step = type; step is not null; step = step.BaseXmlSchemaType)
        {
            if (step is XmlSchemaSimpleType { Content: XmlSchemaSimpleTypeRestriction restriction })
            {
                facets.Take(restriction.Facets);
            }
            else if (step is XmlSchemaSimpleType { Content: not null } or XmlSchemaComplexType { ContentModel.Content: XmlSchemaSimpleContentRestriction { Facets.Count: > 0 } })
            {
                return null;
            }
        }

        return facets;
    }

    /// <summary>The values of all facets of a kind.</summary>
    public IEnumerable<string> Values<T>()
        where T : XmlSchemaFacet => _all.OfType<T>().Select(facet => facet.Value!);

    /// <summary>The narrowest of upper limits.</summary>
    public int AtMost<T>(int limit)
        where T : XmlSchemaFacet => Values<T>().Select(int.Parse).Append(limit).Min();

    private void Take(XmlSchemaObjectCollection facets)
    {
        var own = facets.OfType<XmlSchemaFacet>().ToList();
        _all.AddRange(own);
        if (own.OfType<XmlSchemaEnumerationFacet>().Select(facet => facet.Value!).ToHashSet() is { Count: > 0 } codes)
        {
            Codes ??= codes;
        }

        // Several patterns of one step are alternatives.
        if (own.OfType<XmlSchemaPatternFacet>().ToList() is [var first, ..] patterns)
        {
            var pattern = patterns.Count == 1 ? KnownPatterns.Find(first.Value!) : null;
            _patterns.AddRange(pattern is null ? [] : [pattern]);
            _hasUnknownPattern |= pattern is null;
        }
    }
}
