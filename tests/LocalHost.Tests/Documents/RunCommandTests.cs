using System.Diagnostics;
using System.Reflection;
using LocalHost.Cli;
using LocalHost.Map;
using LocalHost.TestCertificate;
using LocalHost.Tests.EndToEnd;

namespace LocalHost.Tests.Documents;

/// <summary>The command lines of the documents for LocalHost, typed in the root of the repository as they stand there.</summary>
public sealed class RunCommandTests : IAsyncLifetime
{
    // Started elsewhere in these tests, or in need of a vault or a KSeF that is not here.
    private static readonly string[] NotRun = ["--services", "--attach", "import-certificate", "rehearse", "--ksef"];

    private static readonly string[] WithoutAnApp = ["--help", "--samples", "--documents"];

    private readonly RunFolder _folder = new();

    public static TheoryData<string> Commands =>
    [
        .. DocumentedCommand.All
            .Where(command => command.Words.Take(2).SequenceEqual(["dotnet", "run"]) && command.Option("--project") == "functions/LocalHost")
            .Where(command => !command.Words.Intersect(NotRun).Any() || command.Words.Contains("--help"))
            .Select(command => string.Join(' ', command.Words)).Distinct(),
    ];

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _folder.DeleteAsync();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Run_FromTheRoot_DoesWhatTheTextSays(string line)
    {
        var command = new DocumentedCommand(string.Empty, line.Split(' '));
        List<string> arguments = [.. DocumentedCommandTests.ArgumentsOf(command)];
        bool makesACertificate = arguments.FirstOrDefault() == TestCertificateCommandLine.Name;
        bool startsAnApp = !arguments.Intersect(WithoutAnApp).Any() && !makesACertificate && arguments.FirstOrDefault() != MapCommandLine.Name;
        RedirectOutput(arguments);
        if (makesACertificate && !arguments.Contains("--out"))
        {
            arguments.AddRange(["--out", _folder.Path]);
        }

        if (startsAnApp)
        {
            // Beside the user's own state, and to an end.
            arguments = [.. arguments.Except(["--once"]), "--once", "--data", _folder.Data, "--port", _folder.Port];
        }

        using HostProcess host = HostProcess.Start(DotnetRun(arguments));

        int exit = await host.WaitForExitAsync();
        bool dropsSamples = startsAnApp && !arguments.Contains("--drop");
        exit.ShouldBe(dropsSamples ? ExitCode.NotAllAccepted : ExitCode.Success, host.Output + host.Errors);
    }

    // Nothing is written into the repository.
    private void RedirectOutput(List<string> arguments)
    {
        foreach (string option in new[] { "--out", "--samples", "--documents" })
        {
            int at = arguments.IndexOf(option);
            if (at >= 0)
            {
                arguments[at + 1] = option == "--documents" ? CopyOfDocuments() : _folder.Below(arguments[at + 1]);
            }
        }
    }

    private string CopyOfDocuments()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(DocumentedCommand.Root, "docs"), "*.md"))
        {
            _folder.Write($"docs/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        return _folder.Below("docs");
    }

    private static ProcessStartInfo DotnetRun(IEnumerable<string> arguments)
    {
        string configuration = typeof(RunCommandTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        return new ProcessStartInfo("dotnet", ["run", "--no-build", "--configuration", configuration, "--project", "functions/LocalHost", "--", .. arguments])
        {
            WorkingDirectory = DocumentedCommand.Root,
        };
    }
}
