using System.Reflection;

namespace KsefFunctions.Dashboard;

/// <summary>The files of <c>Dashboard/Assets</c>, which every build embeds under the prefix <c>Dashboard/</c>.</summary>
internal static class DashboardAssets
{
    private const string Prefix = "Dashboard/";

    private static readonly Assembly Home = typeof(DashboardAssets).Assembly;

    // A build on Windows writes the folders with backslashes.
    private static readonly Dictionary<string, string> ResourceNames = Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>The text of an asset, with line feeds whatever the build machine wrote: browsers hash it so.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(ResourceNames[name])!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
