using System.Xml;

namespace Ksef.Invoices.Grammar;

/// <summary>Follows a document through its schema's grammar. Once in doubt it looks no further.</summary>
/// <param name="schema">The grammar.</param>
internal sealed class GrammarWalk(SchemaGrammar schema)
{
    private readonly List<OpenElement> _open = [];

    /// <summary>Whether the document may break its schema.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Takes the start tag on which the reader stands.</summary>
    public void Start(XmlReader xml)
    {
        if (IsInDoubt)
        {
            return;
        }

        var element = _open.Count == 0 ? schema.Root : Next(xml.LocalName, xml.NamespaceURI);
        IsInDoubt = element is not { IsCertain: true } || !element.Type.AcceptsAttributes(xml);
        if (!IsInDoubt)
        {
            _open.Add(new OpenElement(element!, null, 0));
        }
    }

    /// <summary>Takes some text that is not only white space, or is marked as text.</summary>
    public void Text() => IsInDoubt = IsInDoubt || _open[^1].Element.Type.Value is null;

    /// <summary>Takes white space between tags. Alone in an element it may be a value, which is seldom meant.</summary>
    public void WhiteSpace() => IsInDoubt = IsInDoubt || (_open.Count > 0 && _open[^1].Element.Type.First.Length == 0);

    /// <summary>Takes an end tag.</summary>
    /// <param name="text">The text since the start tag, for elements that hold no others.</param>
    public void End(string text)
    {
        if (IsInDoubt)
        {
            return;
        }

        var (element, last, _) = _open[^1];
        IsInDoubt = element.Type.HoldsElements
            ? !(last?.MayBeLast ?? element.Type.MayBeEmpty)
            : element.Type.Value?.Accepts(text) != true || (element.FixedValue is { } only && only != text);
        _open.RemoveAt(_open.Count - 1);
    }

    private ElementGrammar? Next(string name, string @namespace)
    {
        var (parent, last, count) = _open[^1];
        foreach (var next in last?.Next ?? parent.Type.First)
        {
            if (next.Name == name && next.Namespace == @namespace)
            {
                count = next == last ? count + 1 : 1;
                _open[^1] = new OpenElement(parent, next, count);
                return count <= next.Limit ? next : null;
            }
        }

        return null;
    }

    /// <param name="Element">The element.</param>
    /// <param name="Last">The child that was read last, if any was.</param>
    /// <param name="Count">How often that child stands there in a row.</param>
    private readonly record struct OpenElement(ElementGrammar Element, ElementGrammar? Last, int Count);
}
