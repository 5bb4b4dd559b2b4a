using System.Text.RegularExpressions;

namespace LocalHost.Triggers.Blobs;

/// <summary>The path of a blob trigger, such as <c>inbox/{name}</c>: a container and a pattern that names parts of the blob's name.</summary>
internal sealed partial class BlobPath
{
    private readonly Regex _pattern;

    private BlobPath(string container, string prefix, Regex pattern)
    {
        Container = container;
        Prefix = prefix;
        _pattern = pattern;
    }

    public string Container { get; }

    /// <summary>What every matching name begins with; saves listing others.</summary>
    public string Prefix { get; }

    /// <exception cref="FormatException">There is no container or no name.</exception>
    public static BlobPath Parse(string path)
    {
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1)
        {
            throw new FormatException($"'{path}' is no path of a container and a blob.");
        }

        string name = path[(slash + 1)..];
        string pattern = Placeholder().Replace(Regex.Escape(name).Replace("}", @"\}", StringComparison.Ordinal), @"(?<$1>.+)");
        int prefixLength = name.IndexOf('{', StringComparison.Ordinal);
        return new BlobPath(path[..slash], prefixLength < 0 ? name : name[..prefixLength], new Regex($"^{pattern}$", RegexOptions.Singleline));
    }

    /// <summary>The named parts of a blob's name; null where the name does not fit.</summary>
    public IReadOnlyDictionary<string, string>? Match(string blobName)
    {
        Match match = _pattern.Match(blobName);
        return match.Success
            ? match.Groups.Values.Where(group => !char.IsDigit(group.Name[0])).ToDictionary(group => group.Name, group => group.Value)
            : null;
    }

    [GeneratedRegex(@"\\\{(\w+)\\\}")]
    private static partial Regex Placeholder();
}
