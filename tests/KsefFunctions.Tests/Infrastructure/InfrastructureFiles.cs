using System.Text.Json;
using KsefFunctions.Tests.Infrastructure.Bicep;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Everything that is deployed, compiled once for all tests. A mistake in one fails the tests of that file and those that need it, not the others.</summary>
public sealed class InfrastructureFiles : IAsyncLifetime, IDisposable
{
    private readonly BicepWorkspace _compiled = new();
    private readonly Dictionary<string, Lazy<PlannedDeployment>> _plans = [];

    internal BicepRun Build { get; private set; } = null!;

    internal BicepRun Lint { get; private set; } = null!;

    internal BicepRun BuildParameters { get; private set; } = null!;

    internal PlannedDeployment Test => _plans["test"].Value;

    internal PlannedDeployment Demo => _plans["demo"].Value;

    /// <summary>Production with every switch on.</summary>
    internal PlannedDeployment Prod => _plans["production"].Value;

    internal IEnumerable<PlannedDeployment> Environments => [Test, Demo, Prod];

    public async Task InitializeAsync()
    {
        var plans = new[] { ("test", AzdEnvironment.Test), ("demo", AzdEnvironment.Demo), ("production", AzdEnvironment.Prod) }
            .Select(async one => (Name: one.Item1, Plan: await PlanAsync(one.Item2))).ToList();
        Build = await _compiled.BuildAsync();
        Lint = await _compiled.LintAsync();
        BuildParameters = await _compiled.BuildParametersAsync();
        foreach (var (name, plan) in await Task.WhenAll(plans))
        {
            _plans[name] = plan;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _compiled.Dispose();

    internal CompiledTemplate Template(string file) => new(Compiled(file) ?? throw new InvalidOperationException($"{file} does not compile: {Build.Output}"));

    internal JsonElement? Compiled(string file) => file.EndsWith(".bicepparam", StringComparison.Ordinal) ? _compiled.ParametersOf(file) : _compiled.TemplateOf(file);

    private static async Task<Lazy<PlannedDeployment>> PlanAsync(IReadOnlyDictionary<string, string> environment)
    {
        using var workspace = new BicepWorkspace();
        var run = await workspace.PlanAsync(environment);
        var plan = workspace.PlanText;
        return new(() => PlannedDeployment.Read(plan ?? throw new InvalidOperationException($"Nothing can be planned: {run.Output}")));
    }
}

/// <summary>Lets all tests of this folder share the compiled files.</summary>
[CollectionDefinition(nameof(InfrastructureFiles))]
public sealed class SharedInfrastructureFiles : ICollectionFixture<InfrastructureFiles>;
