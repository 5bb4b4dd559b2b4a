using KsefFunctions.Tests.Infrastructure.Syntax;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>A parameter, variable, resource, module or output of a template.</summary>
internal sealed record BicepDeclaration(BicepFile File, SyntaxNode Node)
{
    public string Kind => Node.Type;

    public string Name => Node.Children[0].Text;

    /// <summary>Type with version of a resource, or path of a module.</summary>
    public string Target => Node.Children[1].Literal ?? string.Empty;

    public string ResourceType => Target.Split('@')[0];

    /// <summary>Whether the resource is only looked up.</summary>
    public bool IsExisting => Node.Text[..(Node.Text.IndexOf('=') + 1)].Contains(" existing ", StringComparison.Ordinal);

    /// <summary>Value of a variable or output, default of a parameter; null for a parameter without one.</summary>
    public SyntaxNode? Value => Kind == "variable_declaration" ? Node.Children[1] : Node.Children.Count > 2 ? Node.Children[2] : null;

    /// <summary>The object between the braces of a resource or module, whatever condition or loop is around it.</summary>
    public SyntaxNode Body => Node.Children[^1] is { Type: "object" } body ? body : Node.Children[^1].Everything().Last(IsBody);

    /// <summary>Names in Azure; for a loop over plain strings one for each turn.</summary>
    public IReadOnlyList<string> AzureNames
    {
        get
        {
            var name = Body.Find("name")!;
            return name.Literal is { } literal ? [literal] : Loop is { } loop ? File.Strings(loop.Children[1]) : [];
        }
    }

    private SyntaxNode? Loop => Node.Children[^1] is { Type: "for_statement" } loop ? loop : null;

    private bool IsBody(SyntaxNode node) => node.Type == "object" && Node.Children[^1].Children.Contains(node);
}
