namespace KsefFunctions.Tests.Infrastructure.Syntax;

/// <summary>A named node of a syntax tree; comments are left out.</summary>
internal sealed record SyntaxNode(string Type, string Text, int Line, bool Broken, IReadOnlyList<SyntaxNode> Children)
{
    /// <summary>This node and everything below it.</summary>
    public IEnumerable<SyntaxNode> Everything() => Children.SelectMany(child => child.Everything()).Prepend(this);

    /// <summary>The value of a string without interpolation; null for anything else.</summary>
    public string? Literal => Type == "string" && Children.All(child => child.Type != "interpolation") ? Text[1..^1] : null;

    /// <summary>The strings of an array of plain strings.</summary>
    public IReadOnlyList<string> Literals => [.. Children.Select(child => child.Literal).OfType<string>()];

    /// <summary>Names of an object's properties in their order, each with its value.</summary>
    public IEnumerable<(string Name, SyntaxNode Value)> Properties => Children
        .Where(child => child.Type == "object_property")
        .Select(child => (child.Children[0].Literal ?? child.Children[0].Text, child.Children[1]));

    /// <summary>A value below an object, by the names on the way; null when one is missing.</summary>
    public SyntaxNode? Find(params string[] names) => names.Aggregate(
        (SyntaxNode?)this, (node, name) => node?.Properties.FirstOrDefault(property => property.Name == name).Value);
}
