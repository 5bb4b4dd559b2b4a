using System.Text.Json;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>A copy of <c>infra/</c> to compile in, because the compiler writes a plan beside the parameters that it was made from.</summary>
internal sealed class BicepWorkspace : IDisposable
{
    private const string Templates = "templates";
    private const string Parameters = "parameters";
    private const string Plan = "infra/main.snapshot.json";

    private readonly string _root = Directory.CreateTempSubdirectory("ksef-infra-").FullName;

    public BicepWorkspace()
    {
        foreach (var file in Repository.Files("infra", "*"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.Copy(Repository.PathOf(file), PathOf(file));
        }
    }

    /// <summary>Compiles every template.</summary>
    public Task<BicepRun> BuildAsync() =>
        BicepCompiler.RunAsync(_root, AzdEnvironment.Test, "build", "--pattern", "infra/**/*.bicep", "--outdir", Templates, "--no-restore");

    /// <summary>Holds every template to the rules of <c>infra/bicepconfig.json</c>.</summary>
    public Task<BicepRun> LintAsync() =>
        BicepCompiler.RunAsync(_root, AzdEnvironment.Test, "lint", "--pattern", "infra/**/*.bicep", "--no-restore");

    /// <summary>Compiles every parameter file, with no variable set but the name of the environment.</summary>
    public Task<BicepRun> BuildParametersAsync() =>
        BicepCompiler.RunAsync(_root, AzdEnvironment.Test, "build-params", "--pattern", "infra/**/*.bicepparam", "--outdir", Parameters, "--no-restore");

    /// <summary>Works out what <c>main.bicep</c> would make in an azd environment.</summary>
    public Task<BicepRun> PlanAsync(IReadOnlyDictionary<string, string> environment) => BicepCompiler.RunAsync(
        _root, environment, "snapshot", "infra/main.bicepparam", "--mode", "overwrite",
        "--subscription-id", AzdEnvironment.Subscription, "--tenant-id", AzdEnvironment.Tenant, "--location", "polandcentral");

    /// <summary>What a template was compiled to; null when it was not.</summary>
    public JsonElement? TemplateOf(string file) => Read(Compiled(Templates, file));

    /// <summary>What a parameter file was compiled to; null when it was not.</summary>
    public JsonElement? ParametersOf(string file) => Read(Compiled(Parameters, file));

    /// <summary>The text of the plan; null when none could be made.</summary>
    public string? PlanText => File.Exists(PathOf(Plan)) ? File.ReadAllText(PathOf(Plan)) : null;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // The compiler keeps the folders below the fixed beginning of its pattern.
    private static string Compiled(string output, string file) => Path.Combine(output, Path.ChangeExtension(Path.GetRelativePath("infra", file), "json"));

    private JsonElement? Read(string file) => File.Exists(PathOf(file)) ? JsonDocument.Parse(File.ReadAllText(PathOf(file))).RootElement : null;

    private string PathOf(string file) => Path.Combine(_root, file);
}
