using System.Text.Json;
using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>
/// What is known of programs' tables before a company says anything: mappings of headings that are ready to be used, and overviews that cannot be enough.
/// Headings were read in public code and documents of programs that write or read these tables.
/// </summary>
internal static class ReadyMappings
{
    private const string Folder = "Ksef.Mapping.Mappings.";
    private const string Extension = ".json";

    private static readonly Dictionary<string, byte[]> Files = ReadFiles();

    /// <summary>Overviews of programs by the names of their files.</summary>
    public static IReadOnlyDictionary<string, ProgramOverview> Overviews { get; } =
        Files.Where(file => HasOverviews(file.Value)).ToDictionary(file => file.Key, file => ReadOverview(file.Value));

    /// <summary>Names of mappings that a company's mapping may build on.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Files.Keys.Where(name => !Overviews.ContainsKey(name)).Order(StringComparer.Ordinal)];

    /// <summary>A ready mapping in the form of <c>mapping.json</c>.</summary>
    /// <returns>The file; <see langword="null"/> when there is none of that name.</returns>
    public static byte[]? Find(string name) => Names.Contains(name) ? Files[name] : null;

    /// <summary>The program whose overview a row of headings begins.</summary>
    /// <returns>The overview; <see langword="null"/> when the headings are none that are known, or name what was sold as well.</returns>
    public static ProgramOverview? OverviewOf(IEnumerable<string> headings, FieldNames names)
    {
        var keys = new HashSet<string>();
        foreach (var heading in headings)
        {
            if (names.TryFind(heading, out var field) && field == LineFields.Name)
            {
                return null;
            }

            keys.Add(WordKey.Of(heading));
        }

        // A short layout may be part of a longer one: the one that says most wins.
        return Overviews.Values.Where(overview => overview.Has(keys)).MaxBy(overview => overview.Layouts.Where(layout => layout.IsSubsetOf(keys)).Max(layout => layout.Count));
    }

    private static Dictionary<string, byte[]> ReadFiles()
    {
        var assembly = typeof(ReadyMappings).Assembly;
        var files = new Dictionary<string, byte[]>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            files.Add(resource[Folder.Length..^Extension.Length], content);
        }

        return files;
    }

    private static bool HasOverviews(byte[] file)
    {
        using var document = JsonDocument.Parse(file);
        return document.RootElement.TryGetProperty("overviews", out _);
    }

    private static ProgramOverview ReadOverview(byte[] file)
    {
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        var instead = root.GetProperty("instead");
        return new ProgramOverview(
            root.GetProperty("program").GetString()!,
            [.. root.GetProperty("overviews").EnumerateArray().Select(layout => layout.EnumerateArray().Select(heading => WordKey.Of(heading.GetString()!)).ToHashSet())],
            new Words(instead.GetProperty("pl").GetString()!, instead.GetProperty("en").GetString()!));
    }
}
