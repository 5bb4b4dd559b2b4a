using System.Text.RegularExpressions;
using LocalHost.Cli;
using LocalHost.ImportCertificate;
using LocalHost.Map;
using LocalHost.Rehearsal;
using LocalHost.TestCertificate;

namespace LocalHost.Tests.Documents;

/// <summary>What the documents tell people to type exists: projects, options, files, variables, functions.</summary>
public sealed partial class DocumentedCommandTests
{
    private static readonly string[] NotOutputs = ["NIP", "PESEL", "AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_SUBSCRIPTION_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_RESOURCE_GROUP"];

    private static readonly string[] Azd = ["init", "auth", "up", "down", "deploy", "provision", "env", "hooks", "package", "show"];

    private static IEnumerable<DocumentedCommand> Of(params string[] start) =>
        DocumentedCommand.All.Where(command => command.Words.Take(start.Length).SequenceEqual(start));

    private static string Sources => string.Concat(
        from folder in new[] { "functions", "infra", "tests", "docs/examples", ".github" }
        let path = Path.Combine(DocumentedCommand.Root, folder)
        where Directory.Exists(path)
        from file in Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".bicep" or ".bicepparam" or ".sh" or ".ps1" or ".py" or ".yml"
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")
        select File.ReadAllText(file));

    [Fact]
    public void All_TheDocuments_HaveCommandsOfEveryKind()
    {
        DocumentedCommand.All.Count.ShouldBeGreaterThan(40);
        new[] { "dotnet", "azd", "az", "azcopy" }.ShouldAllBe(program => Of(program).Any());
    }

    [Fact]
    public void Dotnet_Projects_Exist()
    {
        string[] missing =
        [
            .. from command in Of("dotnet")
               let target = command.Words[1] switch { "run" => command.Option("--project"), "test" or "build" => command.Words.Skip(2).FirstOrDefault(word => !word.StartsWith('-')), _ => null }
               where target is not null && !IsProject(target)
               select command.ToString(),
        ];

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void DotnetRun_LocalHost_IsUnderstood()
    {
        DocumentedCommand[] commands = [.. Of("dotnet", "run").Where(command => command.Option("--project") == "functions/LocalHost")];

        commands.Length.ShouldBeGreaterThan(3);
        foreach (DocumentedCommand command in commands)
        {
            Should.NotThrow(() => Understand(ArgumentsOf(command)), command.ToString());
        }
    }

    [Fact]
    public void Readme_OptionsInSentences_AreThoseOfTheHelp()
    {
        string help = HelpText.Write();
        string[] unknown =
        [
            .. from document in new[] { "README.md", "functions/LocalHost/README.md" }
               from code in Option().Matches(DocumentedCommand.Read(document)).Select(match => match.Groups[1].Value)
               where !help.Contains($"  {code} ", StringComparison.Ordinal)
               select $"{document}: {code}",
        ];

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Readme_FaultsInSentences_AreTheSimulators() =>
        Fault().Matches(string.Concat(DocumentedCommand.Documents.Select(DocumentedCommand.Read))).Select(match => match.Groups[1].Value).Where(name => name is not "NAME" and not "NAME:PARAMETERS")
            .ShouldAllBe(name => KsefSimulator.Faults.FaultCatalogue.Find(name.Split(':', 2)[0]) != null);

    [Fact]
    public void Scripts_Named_Exist() =>
        Of("bash").Concat(Of("sh")).Concat(Of("python3")).Concat(Of("dotnet", "run").Where(command => command.Option("--project") is null))
            .Select(command => (Command: command, Script: command.Words.Skip(1).First(word => word != "run")))
            .Where(item => !IsThere(item.Script)).Select(item => item.Command.ToString()).ShouldBeEmpty();

    [Fact]
    public void Azd_CommandsHooksAndVariables_AreThere()
    {
        string hooks = DocumentedCommand.Read("azure.yaml");
        string parameters = DocumentedCommand.Read("infra/main.bicepparam");

        Of("azd").Where(command => !Azd.Contains(command.Words[1])).Select(command => command.ToString()).ShouldBeEmpty();
        Of("azd", "hooks", "run").Where(command => !hooks.Contains($"\n  {command.Words[3]}:", StringComparison.Ordinal)).Select(command => command.ToString()).ShouldBeEmpty();
        Of("azd", "env", "set").Where(command => !parameters.Contains($"'{command.Words[3]}'", StringComparison.Ordinal)).Select(command => command.ToString()).ShouldBeEmpty();
        Of("azd", "env", "set").ShouldNotBeEmpty();
    }

    [Fact]
    public void Documents_PlacesInCapitals_AreOutputsOfTheTemplate()
    {
        string template = DocumentedCommand.Read("infra/main.bicep");
        string[] unknown =
        [
            .. from document in DocumentedCommand.Documents
               from place in Place().Matches(DocumentedCommand.Read(document)).Select(match => match.Groups[1].Value).Distinct()
               where !NotOutputs.Contains(place) && !template.Contains($"output {place} ", StringComparison.Ordinal)
               select $"{document}: <{place}>",
        ];

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Documents_VariablesOfOurs_AreReadSomewhere()
    {
        string sources = Sources;
        string[] unknown =
        [
            .. from document in DocumentedCommand.Documents
               from name in Variable().Matches(DocumentedCommand.Read(document)).Select(match => match.Value).Distinct()
               where !sources.Contains(name, StringComparison.Ordinal)
               select $"{document}: {name}",
        ];

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Documents_FunctionsInAddressesAndSettings_AreTheApps()
    {
        string sources = Sources;
        string[] named =
        [
            .. DocumentedCommand.Documents.SelectMany(document => Function().Matches(DocumentedCommand.Read(document))).Select(match => match.Groups[1].Value + match.Groups[2].Value).Distinct(),
        ];

        named.ShouldContain("SweepTimer");
        named.ShouldAllBe(name => sources.Contains($"Function(nameof({name}))", StringComparison.Ordinal) || sources.Contains($"Function(\"{name}\")", StringComparison.Ordinal));
    }

    private static void Understand(string[] arguments)
    {
        switch (arguments)
        {
            case [ImportCommandLine.Name, .. string[] rest]:
                ImportCommandLine.Parse(rest);
                break;
            case [TestCertificateCommandLine.Name, .. string[] rest]:
                TestCertificateCommandLine.Parse(rest);
                break;
            case [MapCommandLine.Name, .. string[] rest]:
                MapCommandLine.Parse(rest);
                break;
            case [RehearseProgram.Name, .. string[] rest]:
                rest.ShouldBeSubsetOf(["--help"]);
                break;
            default:
                CommandLine.Parse(arguments);
                break;
        }
    }

    /// <summary>What comes after <c>--</c>, with something in the places that readers fill in.</summary>
    internal static string[] ArgumentsOf(DocumentedCommand command) =>
    [
        .. command.Words.SkipWhile(word => word != "--").Skip(1).Where(word => word != "[options]")
            .Select(word => word.ToLowerInvariant() is "<nip>" or "nip" ? "1111111111" : word[0] is '<' or '$' ? "place" : word),
    ];

    private static bool IsProject(string target)
    {
        string path = Path.Combine(DocumentedCommand.Root, target);
        return target.Contains('…', StringComparison.Ordinal) || File.Exists(path) || (Directory.Exists(path) && Directory.GetFiles(path, "*.csproj").Length == 1);
    }

    private static bool IsThere(string script) =>
        File.Exists(Path.Combine(DocumentedCommand.Root, script))
        || Directory.GetFiles(Path.Combine(DocumentedCommand.Root, "docs", "examples"), Path.GetFileName(script), SearchOption.AllDirectories).Length > 0;

    [GeneratedRegex(@"`(--[a-z-]+)(?: [^`]*)?`")]
    private static partial Regex Option();

    [GeneratedRegex(@"--fault[ =]([\w:=-]+)")]
    private static partial Regex Fault();

    [GeneratedRegex("<([A-Z][A-Z_]+)>")]
    private static partial Regex Place();

    [GeneratedRegex(@"\bKSEF_[A-Z_]+\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"AzureWebJobs\.(\w+)\.Disabled|admin/functions/(\w+)")]
    private static partial Regex Function();
}
