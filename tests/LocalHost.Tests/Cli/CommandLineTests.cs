using KsefFunctions.Settings;
using LocalHost.Cli;
using LocalHost.Hosting;

namespace LocalHost.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_Nothing_IsTheSimulatorWithSamples()
    {
        LocalHostOptions options = CommandLine.Parse([]);

        options.Ksef.ShouldBe(KsefTarget.Simulator);
        options.Mode.ShouldBe(FlowMode.Automatic);
        options.Drop.ShouldBeEmpty();
        options.Once.ShouldBeFalse();
    }

    [Fact]
    public void Parse_EveryOption_IsTaken()
    {
        LocalHostOptions options = CommandLine.Parse(
        [
            "--data", "state", "--fresh", "--drop", "a.xml", "b.zip", "--nip", "526-000-12-46", "--out", "out", "--once", "--json", "--ksef", "simulator",
            "--port", "7080", "--fault", "close-timeout", "--fault", "send-202-lost:count=2", "--drop", "c", "--mode", "dry-run",
        ]);

        options.DataDirectory.ShouldBe("state");
        options.Fresh.ShouldBeTrue();
        options.Drop.ShouldBe(["a.xml", "b.zip", "c"]);
        options.Nip.ShouldBe("5260001246");
        options.OutDirectory.ShouldBe("out");
        options.Once.ShouldBeTrue();
        options.Json.ShouldBeTrue();
        options.Port.ShouldBe(7080);
        options.Faults.ShouldBe(["close-timeout", "send-202-lost:count=2"]);
        options.Mode.ShouldBe(FlowMode.DryRun);
    }

    [Fact]
    public void Parse_Samples_AreLeftOutOrWritten()
    {
        CommandLine.Parse(["--no-samples"]).NoSamples.ShouldBeTrue();
        CommandLine.Parse(["--samples", "here"]).SamplesDirectory.ShouldBe("here");
    }

    [Fact]
    public void Parse_Services_TakesWhatDescribesThem()
    {
        LocalHostOptions options = CommandLine.Parse(["--services", "--settings", "s.json", "--data", "state", "--fresh", "--port", "7080", "--fault", "close-timeout", "--mode", "approval"]);

        options.ServicesOnly.ShouldBeTrue();
        options.SettingsPath.ShouldBe(Path.GetFullPath("s.json"));
        options.Port.ShouldBe(7080);
        options.Mode.ShouldBe(FlowMode.Approval);
    }

    [Fact]
    public void Parse_Attach_TakesSettingsAndApp()
    {
        LocalHostOptions options = CommandLine.Parse(["--attach", "--settings=s.json", "--app", "published"]);

        options.Attach.ShouldBeTrue();
        options.SettingsPath.ShouldBe(Path.GetFullPath("s.json"));
        options.AppDirectory.ShouldBe("published");
    }

    [Fact]
    public void Parse_NoSettings_AreWhereTheCoreToolsLook() =>
        CommandLine.Parse(["--attach"]).SettingsPath.ShouldEndWith(Path.Combine("functions", "KsefFunctions", "local.settings.json"));

    [Fact]
    public void Parse_ValueAfterAnEqualsSign_IsTaken()
    {
        LocalHostOptions options = CommandLine.Parse(["--ksef=test", "--certificate=seal=1.pfx", "--drop=a.xml"]);

        options.Ksef.ShouldBe(KsefTarget.Test);
        options.CertificatePath.ShouldBe("seal=1.pfx");
        options.Drop.ShouldBe(["a.xml"]);
    }

    [Theory]
    [InlineData("no option '--frsh'", "--frsh")]
    [InlineData("--drop a.xml", "a.xml")]
    [InlineData("--data needs a value", "--data")]
    [InlineData("--data needs a value", "--data", "--fresh")]
    [InlineData("--drop needs a value", "--drop", "--once")]
    [InlineData("--once takes no value", "--once=yes")]
    [InlineData("ten digits", "--nip", "123")]
    [InlineData("1 to 65535", "--port", "0")]
    [InlineData("1 to 65535", "--port", "http")]
    [InlineData("simulator, test, demo", "--ksef", "production")]
    [InlineData("automatic, dry-run, approval", "--mode", "manual")]
    [InlineData("--fault is for the simulator", "--ksef", "test", "--fault", "close-timeout")]
    [InlineData("--certificate is for", "--certificate", "seal.pfx")]
    [InlineData("--once needs --drop", "--ksef", "demo", "--once")]
    [InlineData("nothing to wait for", "--no-samples", "--once")]
    [InlineData("--samples needs a value", "--samples")]
    [InlineData("--services starts no app", "--services", "--drop", "a.xml")]
    [InlineData("--services starts no app", "--services", "--attach")]
    [InlineData("--services starts no app", "--services", "--json")]
    [InlineData("--attach starts the app alone", "--attach", "--data", "state")]
    [InlineData("--attach starts the app alone", "--attach", "--port", "7080")]
    [InlineData("--attach starts the app alone", "--attach", "--once")]
    [InlineData("--app goes with --attach", "--app", "published")]
    [InlineData("--settings goes with --services", "--settings", "s.json")]
    [InlineData("--settings needs a value", "--attach", "--settings")]
    public void Parse_ArgumentsThatMakeNoSense_SayWhatToChange(string message, params string[] arguments) =>
        Should.Throw<CommandLineException>(() => CommandLine.Parse(arguments)).Message.ShouldContain(message);

    [Fact]
    public void Parse_HelpBesideNonsense_IsHelp() => CommandLine.Parse(["--once", "--ksef", "demo", "--help"]).Help.ShouldBeTrue();
}
