using System.Text.Json;
using LocalHost.Azurite;
using Microsoft.Playwright;

namespace Browser.Tests.Accessibility;

/// <summary>axe-core as npm installs it from the lock file, beside the tests that use it.</summary>
internal static class AxeInstallation
{
    private static readonly Lazy<Task<string>> Script = new(InstallAsync);

    /// <summary>Checks what the page shows now; one line for each rule that is broken.</summary>
    public static async Task<IReadOnlyList<string>> FindViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(await Script.Value);
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        return [.. result.GetProperty("violations").EnumerateArray().Select(Describe)];
    }

    private static string Describe(JsonElement violation) =>
        $"{violation.GetProperty("id").GetString()}: {string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("html").GetString()))}";

    private static async Task<string> InstallAsync()
    {
        var directory = Path.Combine(AppContext.BaseDirectory, "Accessibility");
        var script = Path.Combine(directory, "node_modules", "axe-core", "axe.min.js");
        if (!File.Exists(script))
        {
            await NodeTool.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], directory, CancellationToken.None);
        }

        return await File.ReadAllTextAsync(script);
    }
}
