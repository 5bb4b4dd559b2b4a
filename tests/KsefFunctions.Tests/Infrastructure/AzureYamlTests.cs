using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KsefFunctions.Tests.Infrastructure.Bicep;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary><c>azure.yaml</c> as azd wants it (its schema, version 1.0), and what it names exists.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class AzureYamlTests(InfrastructureFiles files)
{
    private static readonly string[] HookFields = ["shell", "run", "kind", "dir", "interactive", "continueOnError", "windows", "posix", "secrets"];
    private static readonly string[] Commands = ["provision", "infracreate", "infradelete", "up", "down", "package", "publish", "deploy", "restore"];

    private static JsonElement Azure { get; } = YamlFile.Read("azure.yaml");

    private static JsonElement Service => Azure.GetProperty("services").EnumerateObject().ShouldHaveSingleItem().Value;

    [Fact]
    public void Fields_AtTheTop_AreKnownToAzd()
    {
        Names(Azure).Except(["name", "metadata", "resourceGroup", "infra", "services", "hooks", "pipeline", "requiredVersions", "state", "workflows"]).ShouldBeEmpty();
        Azure.GetProperty("name").GetString()!.ShouldMatch("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$");
        Names(Azure.GetProperty("infra")).Except(["provider", "path", "module", "layers"]).ShouldBeEmpty();
        Names(Azure.GetProperty("requiredVersions")).ShouldBe(["azd"]);
    }

    [Fact]
    public void Infra_Named_IsTheTemplateWithItsParameters()
    {
        var infra = Azure.GetProperty("infra");
        var main = $"{infra.GetProperty("path").GetString()}/{infra.GetProperty("module").GetString()}";

        File.Exists(Repository.PathOf($"{main}.bicep")).ShouldBeTrue();
        File.Exists(Repository.PathOf($"{main}.bicepparam")).ShouldBeTrue();
    }

    [Fact]
    public void Service_IsAFunctionApp_WithOneProjectInItsFolder()
    {
        Names(Service).Except(["project", "host", "language", "dist", "remoteBuild", "config", "env", "uses", "hooks"]).ShouldBeEmpty();
        Service.GetProperty("host").GetString().ShouldBe("function");
        Service.GetProperty("language").GetString().ShouldBe("dotnet");
        Directory.GetFiles(Repository.PathOf(Service.GetProperty("project").GetString()!), "*.csproj").ShouldHaveSingleItem();
    }

    [Fact]
    public void Tags_ByWhichAzdFindsTheApp_NameServiceAndEnvironment()
    {
        var service = Azure.GetProperty("services").EnumerateObject().Single().Name;

        Tag(files.Demo.OfType("Microsoft.Web/sites").Single(), "azd-service-name").ShouldBe(service);
        Tag(files.Demo.OfType("Microsoft.Resources/resourceGroups").Single(), "azd-env-name").ShouldBe("demo");
    }

    [Fact]
    public void Hooks_Declared_AreKnownToAzdAndTheirScriptsExist()
    {
        foreach (var hook in Azure.GetProperty("hooks").EnumerateObject())
        {
            Commands.SelectMany(command => new[] { $"pre{command}", $"post{command}" }).ShouldContain(hook.Name);
            Names(hook.Value).ShouldBe(["posix", "windows"], ignoreOrder: true);
            foreach (var (system, shell) in new[] { ("posix", "sh"), ("windows", "pwsh") })
            {
                var script = hook.Value.GetProperty(system);
                Names(script).Except(HookFields).ShouldBeEmpty();
                script.GetProperty("shell").GetString().ShouldBe(shell);
                File.Exists(Repository.PathOf(script.GetProperty("run").GetString()!)).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Scripts_ReadingTheEnvironment_GetItFromOutputsAndAzd()
    {
        var known = files.Template("infra/main.bicep").Outputs
            .Concat(VariableRead().Matches(Repository.Read("infra/main.bicepparam")).Select(Value))
            .Append("AZURE_SUBSCRIPTION_ID")
            .ToList();
        var read = Repository.Files("infra/hooks", "*").SelectMany(file => ScriptVariable().Matches(Repository.Read(file)).Select(Value)).Distinct().ToList();

        read.ShouldContain("EVENT_TOPIC_NAME");
        read.Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void Variables_OfAnEnvironment_AreExplainedInTheOperationsDocument()
    {
        var read = VariableRead().Matches(Repository.Read("infra/main.bicepparam")).Select(Value).Where(name => name != "AZURE_ENV_NAME");

        ExplainedVariable().Matches(Repository.Read("docs/operations.md")).Select(Value).ShouldBe(read, ignoreOrder: true);
    }

    [Fact]
    public void Scripts_OnBothSystems_GiveTheSubscriptionWhatItTakes()
    {
        var taken = files.Template("infra/events.bicep").Parameters.Keys;
        foreach (var script in new[] { "infra/hooks/postdeploy.sh", "infra/hooks/postdeploy.ps1" })
        {
            GivenParameter().Matches(Repository.Read(script)).Select(Value).ShouldBe(taken, ignoreOrder: true, script);
        }
    }

    [Fact]
    public void Package_Published_HoldsHostJson()
    {
        var project = XDocument.Load(Repository.PathOf("functions/KsefFunctions/KsefFunctions.csproj"));
        var host = project.Descendants("None").Single(item => item.Attribute("Include")!.Value == "../../host.json");

        host.Attribute("Link")!.Value.ShouldBe("host.json");
        host.Attribute("CopyToOutputDirectory")!.Value.ShouldBe("PreserveNewest");
        host.Attribute("CopyToPublishDirectory")!.Value.ShouldBe("PreserveNewest");
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")).ShouldBe(Repository.Read("host.json"));
    }

    [Fact]
    public void HostJson_InProduction_TracesNoDocument()
    {
        var host = JsonDocument.Parse(Repository.Read("host.json")).RootElement;

        host.GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        host.GetProperty("extensions").GetProperty("durableTask").GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean().ShouldBeFalse();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string? Tag(ArmResource resource, string name) => resource.Json.Find("tags", name)?.GetString();

    private static string Value(Match match) => match.Groups[1].Value;

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex VariableRead();

    [GeneratedRegex(@"(?:\$env:|\$\{?)([A-Z]+_[A-Z_]+)")]
    private static partial Regex ScriptVariable();

    [GeneratedRegex(@"^\| `([A-Z]+_[A-Z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex ExplainedVariable();

    [GeneratedRegex(@"^ {4,}(\w+)=", RegexOptions.Multiline)]
    private static partial Regex GivenParameter();
}
