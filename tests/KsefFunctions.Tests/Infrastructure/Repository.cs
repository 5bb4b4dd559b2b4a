namespace KsefFunctions.Tests.Infrastructure;

/// <summary>The files of this repository, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files below a folder by path from the root, with forward slashes; build output and packages are left out.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) => !Directory.Exists(PathOf(folder)) ? [] :
    [
        .. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal),
    ];

    private static string FindRoot(DirectoryInfo? directory) =>
        directory is null ? throw new InvalidOperationException("The tests do not run below the repository.")
        : File.Exists(Path.Combine(directory.FullName, "azure.yaml")) ? directory.FullName
        : FindRoot(directory.Parent);
}
