using KsefFunctions.Tests.Infrastructure.Syntax;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>One template.</summary>
internal sealed record BicepFile(string Path, SyntaxNode Root)
{
    public IEnumerable<BicepDeclaration> Declarations => Root.Children
        .Where(node => node.Type is "parameter_declaration" or "variable_declaration" or "resource_declaration" or "module_declaration" or "output_declaration")
        .Select(node => new BicepDeclaration(this, node));

    public IEnumerable<BicepDeclaration> Parameters => Of("parameter_declaration");

    public IEnumerable<BicepDeclaration> Variables => Of("variable_declaration");

    public IEnumerable<BicepDeclaration> Resources => Of("resource_declaration");

    public IEnumerable<BicepDeclaration> Modules => Of("module_declaration");

    public IEnumerable<BicepDeclaration> Outputs => Of("output_declaration");

    public BicepDeclaration Variable(string name) => Variables.Single(variable => variable.Name == name);

    public BicepDeclaration Resource(string name) => Resources.Single(resource => resource.Name == name);

    /// <summary>An array of plain strings, or the variable that holds one.</summary>
    public IReadOnlyList<string> Strings(SyntaxNode node) =>
        node.Type == "identifier" ? Variables.FirstOrDefault(variable => variable.Name == node.Text)?.Value?.Literals ?? [] : node.Literals;

    private IEnumerable<BicepDeclaration> Of(string kind) => Declarations.Where(declaration => declaration.Kind == kind);
}
