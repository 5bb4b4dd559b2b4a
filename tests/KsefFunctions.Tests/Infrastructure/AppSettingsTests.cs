using System.Text.Json;
using System.Text.RegularExpressions;
using KsefFunctions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>The settings that Bicep gives are those that the code reads.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class AppSettingsTests(InfrastructureFiles files)
{
    private const string Prefix = $"{KsefFunctionsOptions.Section}__";

    [Fact]
    public void Options_EachProperty_IsSetOrSaidToKeepItsDefault()
    {
        var kept = KeptDefault().Matches(Repository.Read("docs/operations.md")).Select(match => match.Groups[1].Value);
        var set = files.Settings.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);

        set.Concat(kept).Order().ShouldBe(
            typeof(KsefFunctionsOptions).GetProperties().Select(property => property.Name).Order(),
            "Every setting is in infra/modules/function-app.bicep, or in the table of defaults in docs/operations.md.");
    }

    [Theory]
    [InlineData("test", "Test")]
    [InlineData("demo", "Demo")]
    [InlineData("prod", "Production")]
    public void Environments_EachFile_GivesSettingsTheAppAccepts(string environment, string target)
    {
        var settings = JsonDocument.Parse(Repository.Read($"infra/environments/{environment}.json")).RootElement;
        var options = Bind(settings, allowProduction: true);

        options.Environment.ToString().ShouldBe(target);
        options.Mode.ToString().ShouldBe(settings.GetProperty("mode").GetString());
        new KsefFunctionsOptionsValidator().Validate(null, options).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Production_NotAllowedOnPurpose_IsRefusedByTheApp()
    {
        var settings = JsonDocument.Parse(Repository.Read("infra/environments/prod.json")).RootElement;

        new KsefFunctionsOptionsValidator().Validate(null, Bind(settings, allowProduction: false)).Failed.ShouldBeTrue();
    }

    [Fact]
    public void Configuration_KeysReadByName_AreSet()
    {
        var read = Repository.Files("functions/KsefFunctions", "*.cs")
            .SelectMany(file => ReadKey().Matches(Repository.Read(file)))
            .Select(match => match.Groups[1].Value.Replace(":", "__", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        read.ShouldContain("InvoiceStorage__blobServiceUri");
        read.Except(files.Settings.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Connections_OfEveryTrigger_GoByTheIdentityOfTheApp()
    {
        var needed = AppFunctions.With<BlobTriggerAttribute>().SelectMany(one => Needs(one.Trigger.Connection, "blobServiceUri", "queueServiceUri"))
            .Concat(AppFunctions.With<QueueTriggerAttribute>().SelectMany(one => Needs(one.Trigger.Connection, "queueServiceUri")))
            .Concat(AppFunctions.With<ServiceBusTriggerAttribute>().SelectMany(one => Needs(one.Trigger.Connection, "fullyQualifiedNamespace")))
            .Concat(Needs("AzureWebJobsStorage", "blobServiceUri", "queueServiceUri", "tableServiceUri"))
            .Distinct()
            .ToList();

        needed.Count.ShouldBe(12);
        needed.Except(files.Settings.Keys).ShouldBeEmpty();
        files.Settings.Where(setting => setting.Key.EndsWith("__credential", StringComparison.Ordinal)).ShouldAllBe(setting => setting.Value.Literal == "managedidentity");
    }

    [Fact]
    public void Connections_SetButUsedByNothing_DoNotExist()
    {
        var used = AppFunctions.With<BlobTriggerAttribute>().Select(one => one.Trigger.Connection)
            .Concat(AppFunctions.With<QueueTriggerAttribute>().Select(one => one.Trigger.Connection))
            .Concat(AppFunctions.With<ServiceBusTriggerAttribute>().Select(one => one.Trigger.Connection))
            .Append("AzureWebJobsStorage");

        files.Settings.Keys.Where(name => name.EndsWith("__credential", StringComparison.Ordinal)).Select(name => name.Split("__")[0]).Except(used).ShouldBeEmpty();
    }

    [Fact]
    public void HostOverrides_ForTheScheduler_ReplaceWhatHostJsonSays()
    {
        const string Host = "AzureFunctionsJobHost__";
        var durable = JsonDocument.Parse(Repository.Read("host.json")).RootElement.GetProperty("extensions").GetProperty("durableTask");
        var overrides = files.Settings.Where(setting => setting.Key.StartsWith(Host, StringComparison.Ordinal)).ToDictionary(
            setting => setting.Key[Host.Length..], setting => setting.Value);

        durable.GetProperty("storageProvider").GetProperty("type").GetString().ShouldBe("AzureStorage");
        durable.TryGetProperty("hubName", out _).ShouldBeTrue();
        overrides["extensions__durableTask__storageProvider__type"].Literal.ShouldBe("azureManaged");
        files.Settings.Keys.ShouldContain(overrides["extensions__durableTask__storageProvider__connectionStringName"].Literal!);
        Repository.Read("functions/KsefFunctions/KsefFunctions.csproj").ShouldContain("Worker.Extensions.DurableTask.AzureManaged");
    }

    private static KsefFunctionsOptions Bind(JsonElement environment, bool allowProduction)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["KsefFunctions:Environment"] = environment.GetProperty("ksefEnvironment").GetString(),
            ["KsefFunctions:Mode"] = environment.GetProperty("mode").GetString(),
            ["KsefFunctions:AllowProduction"] = allowProduction.ToString(),
            ["KsefFunctions:KeyVault"] = "https://vault.example/",
        }).Build();
        return configuration.GetSection(KsefFunctionsOptions.Section).Get<KsefFunctionsOptions>()!;
    }

    private static IEnumerable<string> Needs(string? connection, params string[] addresses) =>
        addresses.Concat(["credential", "clientId"]).Select(name => $"{connection}__{name}");

    [GeneratedRegex(@"^\| `KsefFunctions__(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex KeptDefault();

    [GeneratedRegex(@"(?:configuration\[|(?:Required|Address)\(configuration, |GetEnvironmentVariable\()""([\w:]+)""")]
    private static partial Regex ReadKey();
}
