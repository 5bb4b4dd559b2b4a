using KsefFunctions.Tests.Infrastructure.Bicep;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>The compiler takes every file, and its linter finds nothing to say.</summary>
[Collection(nameof(InfrastructureFiles))]
public sealed class BicepTests(InfrastructureFiles files)
{
    public static TheoryData<string> Templates => [.. Repository.Files("infra", "*.bicep")];

    public static TheoryData<string> ParameterFiles => [.. Repository.Files("infra", "*.bicepparam")];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Build_OfATemplate_HasNoErrorAndNoWarning(string template)
    {
        files.Build.About(template).ShouldBeEmpty();
        files.Compiled(template).ShouldNotBeNull(files.Build.Output);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Lint_OfATemplate_FindsNothing(string template) => files.Lint.About(template).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public void BuildParameters_OfAParameterFile_HasNoErrorAndNoWarning(string parameters)
    {
        files.BuildParameters.About(parameters).ShouldBeEmpty();
        files.Compiled(parameters).ShouldNotBeNull(files.BuildParameters.Output);
    }

    [Fact]
    public void Compiler_OverAllFiles_EndsWellAndSaysNothing()
    {
        foreach (var run in new[] { files.Build, files.Lint, files.BuildParameters })
        {
            run.ShouldBe(new BicepRun(0, string.Empty));
        }
    }

    [Fact]
    public void Templates_All_AreFound() => Templates.Count.ShouldBeGreaterThan(20);

    [Fact]
    public void ParameterFile_OfMain_AssignsEveryParameter() =>
        files.Compiled("infra/main.bicepparam")!.Value.GetProperty("parameters").EnumerateObject().Select(assigned => assigned.Name)
            .ShouldBe(files.Template("infra/main.bicep").Parameters.Keys, ignoreOrder: true);

    [Fact]
    public void Environments_All_CanBePlannedWithEveryConditionDecided()
    {
        foreach (var environment in files.Environments)
        {
            environment.Resources.Count.ShouldBeGreaterThan(40);
            environment.Resources.Where(resource => resource.Json.Find("condition") is not null).Select(resource => resource.FullName)
                .ShouldBeEmpty("What only Azure could decide no test here could see.");
        }
    }

    [Fact]
    public async Task Environment_OfAnUnknownStage_IsRefused()
    {
        using var workspace = new BicepWorkspace();

        var run = await workspace.PlanAsync(AzdEnvironment.Named("staging"));

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("The name of the environment must begin with test, demo or production.");
    }
}
