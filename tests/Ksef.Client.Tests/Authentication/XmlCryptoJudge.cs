using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ksef.Client.Tests;

/// <summary>xml-crypto, written by others for Node.js and installed by npm from a lock file, judges our signatures.</summary>
internal static class XmlCryptoJudge
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "Authentication", "XmlCrypto");
    private static readonly Lazy<Task> Installation = new(InstallAsync);

    public static async Task<Verdict> JudgeAsync(byte[] document, X509Certificate2 certificate)
    {
        await Installation.Value;
        var input = new JsonObject { ["document"] = Encoding.UTF8.GetString(document), ["certificate"] = certificate.ExportCertificatePem() };
        return JsonSerializer.Deserialize<Verdict>(await RunAsync("node", "verify.mjs", input.ToJsonString()), JsonSerializerOptions.Web)!;
    }

    private static async Task InstallAsync()
    {
        if (!System.IO.Directory.Exists(Path.Combine(Directory, "node_modules", "xml-crypto")))
        {
            // On Windows npm is a batch file.
            await (OperatingSystem.IsWindows() ? RunAsync("cmd.exe", "/d /c npm ci --loglevel=error", "") : RunAsync("npm", "ci --loglevel=error", ""));
        }
    }

    private static async Task<string> RunAsync(string program, string arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Directory,
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

    /// <param name="Valid">Digests and signature fit.</param>
    /// <param name="Covered">Local names of the elements that are signed; empty when the signature is not valid.</param>
    internal sealed record Verdict(bool Valid, IReadOnlyList<string> Covered);
}
