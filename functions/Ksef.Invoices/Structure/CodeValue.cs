using System.Xml;
using System.Xml.Schema;

namespace Ksef.Invoices.Structure;

/// <summary>One value of a code list.</summary>
/// <param name="Value">The code.</param>
/// <param name="MeaningPl">What it means, from the schema's own documentation; none where the schema says nothing or says it at length.</param>
internal sealed record CodeValue(string Value, string? MeaningPl)
{
    /// <summary>Longer explanations name an article of the Act and help nobody in a list.</summary>
    private const int LongestMeaning = 60;

    /// <summary>The schema goes on with when to use the value.</summary>
    private const string Condition = " - w przypadku";

    public static CodeValue Of(XmlSchemaEnumerationFacet facet)
    {
        var documentation = facet.Annotation?.Items.OfType<XmlSchemaDocumentation>().FirstOrDefault()?.Markup;
        var text = string.Join(' ', (documentation ?? []).OfType<XmlNode>().Select(node => node.Value)).ReplaceLineEndings(" ").Trim();
        var meaning = text.Split([Condition, ", w przypadku"], StringSplitOptions.None)[0].Trim();
        return new CodeValue(facet.Value!, meaning.Length is 0 or > LongestMeaning ? null : Cased(meaning));
    }

    /// <summary>The code with its meaning, where it has one: <c>6 (przelew)</c>.</summary>
    public Words Describe()
    {
        if (MeaningPl is null)
        {
            return Value;
        }

        return new Words($"{Value} ({MeaningPl})", CodeMeanings.English(MeaningPl) is { } english ? $"{Value} ({english})" : Value);
    }

    /// <summary>Names of countries and currencies come in capitals, others with a capital first letter.</summary>
    private static string Cased(string meaning) => meaning.Any(char.IsLower)
        ? char.ToLowerInvariant(meaning[0]) + meaning[1..]
        : meaning.ToLowerInvariant();
}
