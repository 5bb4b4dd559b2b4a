using System.Text;

namespace Ksef.Invoices;

/// <summary>A kind of finding. Its number never changes its meaning: dashboards, alerts and runbooks key on it.</summary>
/// <param name="Code">Number in the catalogue, such as <c>KSF-1004</c>.</param>
/// <param name="Severity">Whether it stops the invoice.</param>
/// <param name="TextPl">Polish sentence with named placeholders in braces.</param>
/// <param name="TextEn">English sentence with the same placeholders.</param>
/// <param name="WhatToDoPl">What to do about it, in Polish.</param>
/// <param name="WhatToDoEn">What to do about it, in English.</param>
public sealed record FindingDefinition(
    string Code,
    FindingSeverity Severity,
    string TextPl,
    string TextEn,
    string WhatToDoPl,
    string WhatToDoEn)
{
    /// <summary>Makes a finding of this kind, its placeholders filled in.</summary>
    internal Finding At(Location location, params ReadOnlySpan<(string Name, Words Value)> values)
    {
        var sentences = Say(values);
        return new Finding(this, location.Path, location.Line, location.Column, sentences.Pl, sentences.En) { InvoiceLine = location.InvoiceLine };
    }

    /// <summary>The sentences of a finding of this kind, their placeholders filled in.</summary>
    internal Words Say(params ReadOnlySpan<(string Name, Words Value)> values) => new(Fill(TextPl, values, polish: true), Fill(TextEn, values, polish: false));

    private static string Fill(string text, ReadOnlySpan<(string Name, Words Value)> values, bool polish)
    {
        // One pass from left to right: braces inside a value from the invoice are not placeholders.
        var filled = new StringBuilder(text.Length + 32);
        for (var rest = text.AsSpan(); ;)
        {
            var open = rest.IndexOf('{');
            if (open < 0)
            {
                return filled.Append(rest).ToString();
            }

            var close = rest.IndexOf('}');
            filled.Append(rest[..open]).Append(ValueOf(rest[(open + 1)..close], values, polish));
            rest = rest[(close + 1)..];
        }
    }

    private static string ValueOf(ReadOnlySpan<char> placeholder, ReadOnlySpan<(string Name, Words Value)> values, bool polish)
    {
        foreach (var (name, value) in values)
        {
            if (placeholder.SequenceEqual(name))
            {
                return polish ? value.Pl : value.En;
            }
        }

        throw new ArgumentException($"The placeholder '{placeholder}' is given no value.", nameof(values));
    }
}
