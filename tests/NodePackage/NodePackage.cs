using System.Diagnostics;
using System.Text;

namespace NodePackages;

/// <summary>A package of others for Node.js beside scripts that use it, in a folder that the build copies; npm installs it there, once, from its lock file.</summary>
internal sealed class NodePackage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _directory;
    private readonly string _name;
    private readonly Lazy<Task> _installation;

    /// <param name="folder">Of package and scripts, from where the tests run.</param>
    /// <param name="name">Of the package.</param>
    public NodePackage(string folder, string name)
    {
        _directory = Path.Combine(AppContext.BaseDirectory, folder);
        _name = name;
        _installation = new Lazy<Task>(InstallAsync);
    }

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">In the package's folder.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>What it prints.</returns>
    public async Task<string> RunAsync(string script, string input)
    {
        await _installation.Value;
        return await RunAsync("node", script, input);
    }

    private async Task InstallAsync()
    {
        if (!Directory.Exists(Path.Combine(_directory, "node_modules", _name)))
        {
            // On Windows npm is a batch file.
            await (OperatingSystem.IsWindows() ? RunAsync("cmd.exe", "/d /c npm ci --loglevel=error", string.Empty) : RunAsync("npm", "ci --loglevel=error", string.Empty));
        }
    }

    private async Task<string> RunAsync(string program, string arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(deadline.Token);
        process.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
