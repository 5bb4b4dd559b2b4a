using System.Text.Json;
using System.Text.RegularExpressions;
using KsefFunctions.Hosting;
using KsefFunctions.Settings;
using KsefFunctions.Tests.Infrastructure.Bicep;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>The settings that Bicep gives are those that the code reads.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class AppSettingsTests(InfrastructureFiles files)
{
    // Sent and received by the SDK, so no trigger names it.
    private const string ServiceBus = "ServiceBusConnection";
    private const string Prefix = $"{KsefFunctionsOptions.Section}__";

    [Fact]
    public void Options_EachProperty_IsSetOrSaidToKeepItsDefault()
    {
        var kept = KeptDefault().Matches(Repository.Read("docs/operations.md")).Select(match => match.Groups[1].Value);
        var set = files.Prod.AppSettings.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]);

        set.Concat(kept).Order().ShouldBe(
            typeof(KsefFunctionsOptions).GetProperties().SelectMany(property => property.PropertyType == typeof(GatherSettings)
                ? typeof(GatherSettings).GetProperties().Select(part => $"{property.Name}__{part.Name}")
                : [property.Name]).Order(),
            "Every setting is in infra/modules/function-app.bicep, or in the table of defaults in docs/operations.md.");
    }

    [Theory]
    [InlineData("test", "Test")]
    [InlineData("demo", "Demo")]
    [InlineData("production", "Production")]
    public void Environments_EachFile_GivesSettingsTheAppAccepts(string environment, string target)
    {
        var options = Bind(Planned(environment).AppSettings);

        options.Environment.ToString().ShouldBe(target);
        options.Mode.ToString().ShouldBe(JsonDocument.Parse(Repository.Read($"infra/environments/{environment}.json")).RootElement.GetProperty("mode").GetString());
        new KsefFunctionsOptionsValidator().Validate(null, options).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Production_NotAllowedOnPurpose_IsRefusedByTheApp()
    {
        var settings = new Dictionary<string, string>(files.Prod.AppSettings) { [$"{Prefix}AllowProduction"] = bool.FalseString };

        new KsefFunctionsOptionsValidator().Validate(null, Bind(settings)).Failed.ShouldBeTrue();
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
        read.Except(files.Prod.AppSettings.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void TokensEnd_AsTheDocumentWritesItsDefault_IsTheDefault()
    {
        var written = Regex.Match(Repository.Read("docs/operations.md"), @"`KsefFunctions__TokensEnd` \| `([^`]+)`").Groups[1].Value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["TokensEnd"] = written }).Build();

        configuration.Get<KsefFunctionsOptions>()!.TokensEnd.ShouldBe(new KsefFunctionsOptions().TokensEnd);
    }

    [Fact]
    public void Connections_OfEveryTrigger_GoByTheIdentityOfTheApp()
    {
        var needed = AppFunctions.With<BlobTriggerAttribute>().SelectMany(one => Needs(one.Trigger.Connection, "blobServiceUri", "queueServiceUri"))
            .Concat(AppFunctions.With<QueueTriggerAttribute>().SelectMany(one => Needs(one.Trigger.Connection, "queueServiceUri")))
            .Concat(Needs("InvoiceStorage", "tableServiceUri"))
            .Concat(Needs(ServiceBus, "fullyQualifiedNamespace"))
            .Concat(Needs("AzureWebJobsStorage", "blobServiceUri", "queueServiceUri", "tableServiceUri"))
            .Distinct()
            .ToList();

        needed.Count.ShouldBe(13);
        foreach (var environment in files.Environments)
        {
            needed.Except(environment.AppSettings.Keys).ShouldBeEmpty();
            SettingsNamed(environment, "credential").ShouldAllBe(setting => setting.Value == "managedidentity");
            SettingsNamed(environment, "clientId").ShouldAllBe(setting => setting.Value == "[identity.outputs.clientId]");
        }
    }

    [Fact]
    public void Connections_ToStorageAndServiceBus_GoToTheAccountMeant()
    {
        var settings = files.Prod.AppSettings;

        settings["InvoiceStorage__blobServiceUri"].ShouldBe("[invoiceStorage.outputs.blobUri]");
        settings["InvoiceStorage__queueServiceUri"].ShouldBe("[invoiceStorage.outputs.queueUri]");
        settings["InvoiceStorage__tableServiceUri"].ShouldBe("[invoiceStorage.outputs.tableUri]");
        settings["AzureWebJobsStorage__blobServiceUri"].ShouldBe("[runtimeStorage.outputs.blobUri]");
        settings["AzureWebJobsStorage__queueServiceUri"].ShouldBe("[runtimeStorage.outputs.queueUri]");
        settings["AzureWebJobsStorage__tableServiceUri"].ShouldBe("[runtimeStorage.outputs.tableUri]");
        settings["ServiceBusConnection__fullyQualifiedNamespace"].ShouldBe("[serviceBus.outputs.host]");
    }

    [Fact]
    public void Connections_SetButUsedByNothing_DoNotExist()
    {
        var used = AppFunctions.With<BlobTriggerAttribute>().Select(one => one.Trigger.Connection)
            .Concat(AppFunctions.With<QueueTriggerAttribute>().Select(one => one.Trigger.Connection))
            .Append(ServiceBus)
            .Append("AzureWebJobsStorage");

        SettingsNamed(files.Prod, "credential").Select(setting => setting.Key.Split("__")[0]).Except(used).ShouldBeEmpty();
        Repository.Files("functions/KsefFunctions", "*.cs").Select(Repository.Read).ShouldContain(code => code.Contains($"\"{ServiceBus}"));
    }

    [Fact]
    public void HostJson_ForTheDurableEngine_IsNotOverriddenByASetting()
    {
        JsonDocument.Parse(Repository.Read("host.json")).RootElement.Find("extensions", "durableTask", "storageProvider", "type")!.Value.GetString().ShouldBe("AzureStorage");
        files.Environments.SelectMany(environment => environment.AppSettings.Keys).ShouldNotContain(name => name.StartsWith("AzureFunctionsJobHost__", StringComparison.Ordinal));
    }

    // As the app reads them: two underscores part what a colon does. The address of the vault is known only to Azure.
    private static KsefFunctionsOptions Bind(IReadOnlyDictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key.Replace("__", ":", StringComparison.Ordinal), setting => (string?)setting.Value))
            .AddInMemoryCollection([new($"{KsefFunctionsOptions.Section}:KeyVault", "https://vault.example/")])
            .Build();
        return configuration.GetSection(KsefFunctionsOptions.Section).Get<KsefFunctionsOptions>()!;
    }

    private static IEnumerable<KeyValuePair<string, string>> SettingsNamed(PlannedDeployment environment, string end) =>
        environment.AppSettings.Where(setting => setting.Key.EndsWith($"__{end}", StringComparison.Ordinal));

    private PlannedDeployment Planned(string environment) => environment switch { "test" => files.Test, "demo" => files.Demo, _ => files.Prod };

    private static IEnumerable<string> Needs(string? connection, params string[] addresses) =>
        addresses.Concat(["credential", "clientId"]).Select(name => $"{connection}__{name}");

    [GeneratedRegex(@"^\| `KsefFunctions__(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex KeptDefault();

    [GeneratedRegex(@"(?:configuration\[|(?:Required|Address)\(configuration, |GetEnvironmentVariable\()""([\w:]+)""")]
    private static partial Regex ReadKey();
}
