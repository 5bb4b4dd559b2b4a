using System.Reflection;

namespace LocalHost.Hosting;

/// <summary>The deployable, where the build put it.</summary>
internal static class FunctionApp
{
    /// <summary>Folder with the worker, its <c>host.json</c> and everything that is published to Azure.</summary>
    public static string Directory { get; } = Metadata("FunctionApp");

    /// <summary>Where the Core Tools look for settings when they are started in the app's source folder.</summary>
    public static string LocalSettings { get; } = Path.Combine(Metadata("FunctionAppSource"), "local.settings.json");

    private static string Metadata(string key) => Path.GetFullPath(
        typeof(FunctionApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!);
}
