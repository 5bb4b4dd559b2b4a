using System.Text.RegularExpressions;
using KsefFunctions.Tests.Infrastructure.Bicep;
using KsefFunctions.Tests.Infrastructure.Syntax;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>What the Bicep compiler would refuse, as far as it can be seen without it.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class BicepSyntaxTests(InfrastructureFiles files)
{
    private static readonly string[] Functions =
    [
        "bool", "contains", "empty", "environment", "fail", "guid", "int", "items", "listKeys", "loadJsonContent", "loadTextContent",
        "readEnvironmentVariable", "resourceGroup", "split", "string", "subscription", "subscriptionResourceId", "tenant", "union", "uniqueString",
    ];

    [Fact]
    public void Parse_EveryFile_FindsNoMistake()
    {
        files.Bicep.Count.ShouldBeGreaterThan(20);
        foreach (var file in files.Bicep)
        {
            file.Root.Everything().Where(node => node.Broken).Select(node => $"{file.Path}:{node.Line}").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Names_InEveryExpression_AreDeclared()
    {
        var unknown = from file in files.Bicep
                      let known = file.Declarations.Where(one => one.Kind != "output_declaration").Select(one => one.Name).Concat(Functions).ToHashSet()
                      from used in Used(file.Root, known)
                      select $"{file.Path}:{used.Line} {used.Text}";

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Declarations_OfEveryFile_AreUsed()
    {
        var unused = from file in files.Templates
                     from declared in file.Parameters.Concat(file.Variables).Concat(file.Resources.Where(one => one.IsExisting))
                     where file.Root.Everything().Count(node => node.Type == "identifier" && node.Text == declared.Name) < 2
                     select $"{file.Path}: {declared.Name}";

        unused.ShouldBeEmpty();
    }

    [Fact]
    public void Modules_Called_GetEveryParameterTheyNeedAndNoOther()
    {
        foreach (var (module, template) in Calls())
        {
            var given = module.Body.Find("params")!.Properties.Select(property => property.Name).ToList();
            given.ShouldBeUnique($"{module.File.Path}: {module.Name}");
            given.Except(template.Parameters.Select(parameter => parameter.Name)).ShouldBeEmpty($"{module.File.Path}: {module.Name} takes no such parameters");
            template.Parameters.Where(parameter => parameter.Value is null).Select(parameter => parameter.Name).Except(given)
                .ShouldBeEmpty($"{module.File.Path}: {module.Name} needs more");
        }
    }

    [Fact]
    public void Outputs_ReadFromModules_Exist()
    {
        foreach (var (module, template) in Calls())
        {
            var read = Regex.Matches(module.File.Root.Text, $@"\b{module.Name}!?\.outputs\.(\w+)").Select(match => match.Groups[1].Value);
            read.Except(template.Outputs.Select(output => output.Name)).ShouldBeEmpty($"{module.File.Path}: {module.Name}");
        }
    }

    [Fact]
    public void ParameterFile_Assigns_EveryParameterOfMain() =>
        files.File("infra/main.bicepparam").Variables.Select(assigned => assigned.Name)
            .ShouldBe(files.File("infra/main.bicep").Parameters.Select(parameter => parameter.Name));

    [Fact]
    public void LoadedFiles_NamedInTemplates_Exist()
    {
        var loaded = from file in files.Templates
                     from Match match in LoadedFile().Matches(file.Root.Text)
                     select Path.Combine(Path.GetDirectoryName(Repository.PathOf(file.Path))!, match.Groups[1].Value);

        loaded.ShouldNotBeEmpty();
        loaded.ShouldAllBe(path => File.Exists(path));
    }

    private IEnumerable<(BicepDeclaration Module, BicepFile Template)> Calls() =>
        from file in files.Templates
        from module in file.Modules
        let path = Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.PathOf(file.Path), "..", module.Target)))
        select (module, files.File(path.Replace('\\', '/')));

    // Identifiers that stand for a value: not the keys of objects, and not the variables of a loop within that loop.
    private static IEnumerable<SyntaxNode> Used(SyntaxNode node, IReadOnlySet<string> known) => node.Type switch
    {
        "identifier" => known.Contains(node.Text) ? [] : [node],
        "type" or "metadata_declaration" or "decorators" => [],
        "object_property" => node.Children[0].Type == "identifier" ? Used(node.Children[1], known) : node.Children.SelectMany(child => Used(child, known)),
        "parameter_declaration" or "variable_declaration" or "output_declaration" or "resource_declaration" or "module_declaration" =>
            node.Children.Skip(1).SelectMany(child => Used(child, known)),
        "for_statement" => node.Children.Skip(1).SelectMany(child => Used(child, LoopVariables(node).Concat(known).ToHashSet())),
        _ => node.Children.SelectMany(child => Used(child, known)),
    };

    private static IEnumerable<string> LoopVariables(SyntaxNode loop) =>
        loop.Children[0].Children.Count == 0 ? [loop.Children[0].Text] : loop.Children[0].Children.Select(variable => variable.Text);

    [GeneratedRegex(@"load(?:Json|Text)Content\('([^']+)'\)")]
    private static partial Regex LoadedFile();
}
