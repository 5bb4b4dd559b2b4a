using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>The workflows build and test everything, and deploy without any stored secret.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed partial class WorkflowTests(InfrastructureFiles files)
{
    private const string Build = ".github/workflows/build.yml";
    private const string Deploy = ".github/workflows/deploy.yml";
    private const string DeployOne = ".github/workflows/deploy-environment.yml";

    [Fact]
    public void Workflows_All_StartWithReadingRightsOnly() =>
        files.Yaml.Where(file => file.Key.StartsWith(".github", StringComparison.Ordinal))
            .ShouldAllBe(file => file.Value.GetProperty("permissions").GetRawText() == "{\"contents\":\"read\"}");

    [Fact]
    public void Workflows_All_UseNoStoredSecret()
    {
        foreach (var file in Repository.Files(".github/workflows", "*.yml"))
        {
            Repository.Read(file).ShouldNotContain("secrets.", Case.Insensitive, file);
        }
    }

    [Fact]
    public void Build_ChecksCodeWithRealPackagesAndTemplatesWithTheirCompiler()
    {
        var commands = Commands(Build).ToList();

        commands.ShouldContain(command => command.Contains("dotnet build KsefFunctions.sln -c Azure"));
        commands.ShouldContain(command => command.Contains("dotnet test KsefFunctions.sln"));
        commands.ShouldContain(command => command.Contains("dotnet format KsefFunctions.sln --verify-no-changes"));
        commands.ShouldContain(command => command.Contains("host.json"));
        foreach (var template in new[] { "infra/main.bicep", "infra/events.bicep" })
        {
            commands.ShouldContain(command => command.Contains($"az bicep build --file {template}"));
            commands.ShouldContain(command => command.Contains($"az bicep lint --file {template}"));
        }

        commands.ShouldContain(command => command.Contains("az bicep build-params --file infra/main.bicepparam"));
    }

    [Fact]
    public void Deployment_OfAnEnvironment_SignsInByFederation()
    {
        var job = files.Yaml[DeployOne].GetProperty("jobs").GetProperty("deploy");

        job.GetProperty("permissions").GetProperty("id-token").GetString().ShouldBe("write");
        job.GetProperty("environment").GetString().ShouldBe("${{ inputs.environment }}");
        Commands(DeployOne).ShouldContain(command => command.Contains("--federated-credential-provider"));
        Commands(DeployOne).ShouldContain(command => command.Contains("azd provision") && command.Contains("--no-prompt"));
    }

    [Fact]
    public void Deployment_OfAnEnvironment_PassesEveryVariableOfTheParameterFile()
    {
        var passed = files.Yaml[DeployOne].GetProperty("jobs").GetProperty("deploy").GetProperty("env").EnumerateObject().Select(one => one.Name);
        var read = ReadVariable().Matches(Repository.Read("infra/main.bicepparam")).Select(match => match.Groups[1].Value);

        read.Except(passed).ShouldBeEmpty();
    }

    [Fact]
    public void Deployment_GoesUpTheEnvironments_OneAfterTheOther()
    {
        var jobs = files.Yaml[Deploy].GetProperty("jobs");

        jobs.GetProperty("test").GetProperty("needs").GetString().ShouldBe("build");
        jobs.GetProperty("demo").GetProperty("needs").GetString().ShouldBe("test");
        jobs.GetProperty("prod").GetProperty("needs").GetString().ShouldBe("demo");
        foreach (var environment in new[] { "test", "demo", "prod" })
        {
            jobs.GetProperty(environment).GetProperty("uses").GetString().ShouldBe($"./{DeployOne}");
            jobs.GetProperty(environment).GetProperty("with").GetProperty("environment").GetString().ShouldBe(environment);
            File.Exists(Repository.PathOf($"infra/environments/{environment}.json")).ShouldBeTrue();
        }
    }

    [Fact]
    public void Deployment_OfTheSameEnvironment_NeverRunsTwiceAtOnce() =>
        files.Yaml[DeployOne].GetProperty("jobs").GetProperty("deploy").GetProperty("concurrency").GetProperty("cancel-in-progress").GetBoolean().ShouldBeFalse();

    private IEnumerable<string> Commands(string workflow) =>
        from job in files.Yaml[workflow].GetProperty("jobs").EnumerateObject()
        where job.Value.TryGetProperty("steps", out _)
        from step in job.Value.GetProperty("steps").EnumerateArray()
        where step.TryGetProperty("run", out _)
        select step.GetProperty("run").GetString();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex ReadVariable();
}
