using System.Security.Cryptography;
using System.Text.Json;
using LocalHost.Azurite;

namespace KsefFunctions.Tests.Infrastructure.Syntax;

/// <summary>The parser in <c>parse.cjs</c>; its packages are installed from the lock file beside it, once for each version of that file.</summary>
internal static class Parser
{
    private static readonly string[] PackageFiles = ["package.json", "package-lock.json", ".npmrc"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 256 };

    private static string Source => Repository.PathOf("tests/KsefFunctions.Tests/Infrastructure/Syntax");

    public static async Task<ParsedFiles> ParseAsync(IEnumerable<string> files)
    {
        var packages = await InstallAsync();
        var output = await NodeTool.RunAsync(
            "node", [Path.Combine(Source, "parse.cjs"), packages, .. files], Repository.Root, CancellationToken.None);
        return JsonSerializer.Deserialize<ParsedFiles>(output, Json)!;
    }

    // Aside first and then moved into place: a stopped npm leaves nothing half done, and two test runs do not disturb each other.
    private static async Task<string> InstallAsync()
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Source, "package-lock.json"))))[..12];
        var directory = Repository.PathOf($"tests/KsefFunctions.Tests/obj/syntax-{version}");
        if (Directory.Exists(directory))
        {
            return directory;
        }

        var aside = $"{directory}.{Environment.ProcessId}";
        Directory.CreateDirectory(aside);
        try
        {
            foreach (var file in PackageFiles)
            {
                File.Copy(Path.Combine(Source, file), Path.Combine(aside, file), overwrite: true);
            }

            await NodeTool.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], aside, CancellationToken.None);
            if (!Directory.Exists(directory))
            {
                Directory.Move(aside, directory);
            }
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }

        return directory;
    }
}
