using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>The workflows build and test everything, and deploy without any stored secret.</summary>
public sealed partial class WorkflowTests
{
    private const string Build = ".github/workflows/build.yml";
    private const string Deploy = ".github/workflows/deploy.yml";
    private const string DeployOne = ".github/workflows/deploy-environment.yml";

    [Fact]
    public void Workflows_All_StartWithReadingRightsOnly() =>
        Repository.Files(".github/workflows", "*.yml").Select(YamlFile.Read)
            .ShouldAllBe(file => file.GetProperty("permissions").EnumerateObject().Single().ToString() == "\"contents\": \"read\"");

    [Fact]
    public void Workflows_All_UseNoStoredSecret()
    {
        foreach (var file in Repository.Files(".github/workflows", "*.yml"))
        {
            Repository.Read(file).ShouldNotContain("secrets.", Case.Insensitive, file);
        }
    }

    [Fact]
    public void Build_OfEveryChange_TestsFormatsAndPublishesWhatIsDeployed()
    {
        var commands = Commands(Build).ToList();

        commands.ShouldContain(command => command.Contains("dotnet test KsefFunctions.sln"));
        commands.ShouldContain(command => command.Contains("dotnet format KsefFunctions.sln --verify-no-changes"));
        commands.ShouldContain(command => command.Contains("dotnet publish functions/KsefFunctions -c Release"));
        commands.ShouldContain(command => command.Contains("cmp host.json published/host.json"));
        commands.ShouldContain(command => command.Contains("shellcheck infra/hooks/*.sh"));
    }

    [Fact]
    public void Deployment_OfAnEnvironment_SignsInByFederation()
    {
        var job = YamlFile.Read(DeployOne).GetProperty("jobs").GetProperty("deploy");

        job.GetProperty("permissions").GetProperty("id-token").GetString().ShouldBe("write");
        job.GetProperty("environment").GetString().ShouldBe("${{ inputs.environment }}");
        Commands(DeployOne).ShouldContain(command => command.Contains("--federated-credential-provider"));
        Commands(DeployOne).ShouldContain(command => command.Contains("azd provision") && command.Contains("--no-prompt"));
    }

    [Fact]
    public void Deployment_OfAnEnvironment_PassesEveryVariableOfTheParameterFile()
    {
        var passed = YamlFile.Read(DeployOne).GetProperty("jobs").GetProperty("deploy").GetProperty("env").EnumerateObject().Select(one => one.Name);
        var read = ReadVariable().Matches(Repository.Read("infra/main.bicepparam")).Select(match => match.Groups[1].Value);

        read.Except(passed).ShouldBeEmpty();
    }

    [Fact]
    public void Deployment_GoesUpTheEnvironments_OneAfterTheOther()
    {
        var jobs = YamlFile.Read(Deploy).GetProperty("jobs");

        jobs.GetProperty("test").GetProperty("needs").GetString().ShouldBe("build");
        jobs.GetProperty("demo").GetProperty("needs").GetString().ShouldBe("test");
        jobs.GetProperty("production").GetProperty("needs").GetString().ShouldBe("demo");
        foreach (var environment in new[] { "test", "demo", "production" })
        {
            jobs.GetProperty(environment).GetProperty("uses").GetString().ShouldBe($"./{DeployOne}");
            jobs.GetProperty(environment).GetProperty("with").GetProperty("environment").GetString().ShouldBe(environment);
            File.Exists(Repository.PathOf($"infra/environments/{environment}.json")).ShouldBeTrue();
        }
    }

    [Fact]
    public void Deployment_OfTheSameEnvironment_NeverRunsTwiceAtOnce() =>
        YamlFile.Read(DeployOne).GetProperty("jobs").GetProperty("deploy").GetProperty("concurrency").GetProperty("cancel-in-progress").GetBoolean().ShouldBeFalse();

    private static IEnumerable<string> Commands(string workflow) =>
        from job in YamlFile.Read(workflow).GetProperty("jobs").EnumerateObject()
        where job.Value.TryGetProperty("steps", out _)
        from step in job.Value.GetProperty("steps").EnumerateArray()
        where step.TryGetProperty("run", out _)
        select step.GetProperty("run").GetString();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex ReadVariable();
}
