using LocalHost.Cli;

namespace LocalHost.Tests.EndToEnd;

/// <summary>What is dropped when the user names no file.</summary>
public sealed class SamplesTests : IAsyncLifetime
{
    private static readonly string[] Samples = ["faktura-1.xml", "faktura-2.xml", "faktura-3.xml", "faktura-z-jutra.xml", "paczka.zip"];

    private readonly RunFolder _folder = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.DeleteAsync();

    [Fact]
    public async Task Start_KeptState_DropsTheSamplesOnlyTheFirstTime()
    {
        using HostProcess first = _folder.Start("--once");
        (await first.WaitForExitAsync()).ShouldBe(ExitCode.NotAllAccepted, first.Errors);

        using HostProcess second = _folder.Start("--once");

        (await second.WaitForExitAsync()).ShouldBe(ExitCode.Success, second.Errors);
        Samples.ShouldAllBe(name => first.Output.Contains($"{name}: ", StringComparison.Ordinal));
        first.Output.ShouldContain("paczka.zip: Accepted");
        second.Output.ShouldContain("so no samples are dropped");
        Samples.ShouldAllBe(name => !second.Output.Contains($"{name}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Samples_Folder_GetsThemAndADryRunFindsThemValid()
    {
        string folder = _folder.Below("samples");
        using HostProcess writing = HostProcess.Start("--samples", folder);
        (await writing.WaitForExitAsync()).ShouldBe(ExitCode.Success, writing.Errors);
        Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(Samples);
        File.Delete(Path.Combine(folder, "faktura-z-jutra.xml"));

        using HostProcess checking = _folder.Start("--drop", folder, "--mode", "dry-run", "--no-samples", "--once");

        (await checking.WaitForExitAsync()).ShouldBe(ExitCode.Success, checking.Errors);
        checking.Output.ShouldContain("5 of 5 invoices valid, none sent");
        checking.Output.ShouldNotContain("0 of 5");
    }
}
