using Microsoft.Extensions.FileSystemGlobbing;

namespace LocalHost.Cli;

/// <summary>Turns what <c>--drop</c> was given into files.</summary>
public static class DropSelection
{
    private static readonly char[] Wildcards = ['*', '?'];

    private static readonly EnumerationOptions VisibleFiles = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };

    /// <summary>All files, each once, under names that differ.</summary>
    /// <exception cref="CommandLineException">A path or glob finds nothing.</exception>
    public static IReadOnlyList<SelectedFile> Expand(IEnumerable<string> paths)
    {
        var files = new Dictionary<string, SelectedFile>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (SelectedFile file in paths.SelectMany(Find))
        {
            if (!files.ContainsKey(file.FullPath))
            {
                files[file.FullPath] = file with { Name = Distinct(file.Name, names) };
            }
        }

        return [.. files.Values];
    }

    private static IReadOnlyList<SelectedFile> Find(string path)
    {
        if (File.Exists(path))
        {
            return [new SelectedFile(Path.GetFullPath(path), Path.GetFileName(path))];
        }

        bool isFolder = Directory.Exists(path);
        if (!isFolder && path.IndexOfAny(Wildcards) < 0)
        {
            throw new CommandLineException($"--drop: there is no file or folder '{path}'.");
        }

        List<SelectedFile> found = isFolder ? InFolder(path) : ByGlob(path);
        return found.Count > 0 ? found : throw new CommandLineException($"--drop: '{path}' finds no file.");
    }

    private static List<SelectedFile> InFolder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", VisibleFiles).Order(StringComparer.Ordinal).Select(file => Below(folder, file))];

    private static List<SelectedFile> ByGlob(string glob)
    {
        string[] parts = glob.Split('/', Path.DirectorySeparatorChar);
        int fixedParts = Array.FindIndex(parts, part => part.IndexOfAny(Wildcards) >= 0);
        string root = string.Join(Path.DirectorySeparatorChar, parts.Take(fixedParts));
        root = root.Length > 0 ? root : glob.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(root))
        {
            return [];
        }

        // The matcher knows '*' and '**' only: '?' is narrowed down afterwards.
        string pattern = string.Join('/', parts.Skip(fixedParts));
        var matcher = new Matcher(StringComparison.OrdinalIgnoreCase);
        matcher.AddInclude(pattern.Replace('?', '*'));
        return [.. from file in matcher.GetResultsInFullPath(root)
                   where !pattern.Contains('?', StringComparison.Ordinal) || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
                       parts[^1], Path.GetFileName(file))
                   orderby file
                   select Below(root, file)];
    }

    private static SelectedFile Below(string folder, string file) =>
        new(Path.GetFullPath(file), Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'));

    private static string Distinct(string name, HashSet<string> taken)
    {
        string extension = Path.GetExtension(name);
        string distinct = name;
        for (int copy = 2; !taken.Add(distinct); copy++)
        {
            distinct = $"{name[..^extension.Length]}-{copy}{extension}";
        }

        return distinct;
    }
}
