using System.Text.Json;
using KsefFunctions.Tests.Infrastructure.Bicep;
using KsefFunctions.Tests.Infrastructure.Syntax;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Everything that is deployed and how, parsed once for all tests.</summary>
public sealed class InfrastructureFiles : IAsyncLifetime
{
    internal IReadOnlyList<BicepFile> Bicep { get; private set; } = [];

    internal IReadOnlyDictionary<string, JsonElement> Yaml { get; private set; } = new Dictionary<string, JsonElement>();

    internal IEnumerable<BicepFile> Templates => Bicep.Where(file => file.Path.EndsWith(".bicep", StringComparison.Ordinal));

    /// <summary>Resources that are made, not looked up.</summary>
    internal IEnumerable<BicepDeclaration> Resources => Templates.SelectMany(file => file.Resources).Where(resource => !resource.IsExisting);

    internal BicepFile File(string path) => Bicep.Single(file => file.Path == path);

    internal IEnumerable<BicepDeclaration> OfType(string type) => Resources.Where(resource => resource.ResourceType == type);

    /// <summary>Settings of the function app by name.</summary>
    internal IReadOnlyDictionary<string, SyntaxNode> Settings => new[] { "settings", "schedulerSettings", "signInSettings" }
        .SelectMany(name => File("infra/modules/function-app.bicep").Variable(name).Value!.Properties)
        .ToDictionary(setting => setting.Name, setting => setting.Value);

    public async Task InitializeAsync()
    {
        var parsed = await Parser.ParseAsync(
            [.. Repository.Files("infra", "*.bicep*"), "azure.yaml", .. Repository.Files(".github/workflows", "*.yml")]);
        Bicep = [.. parsed.Bicep.Select(file => new BicepFile(file.Key, file.Value))];
        Yaml = parsed.Yaml;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Lets all tests of this folder share the parsed files.</summary>
[CollectionDefinition(nameof(InfrastructureFiles))]
public sealed class SharedInfrastructureFiles : ICollectionFixture<InfrastructureFiles>;
