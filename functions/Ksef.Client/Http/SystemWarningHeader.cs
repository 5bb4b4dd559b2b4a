using System.Text.RegularExpressions;

namespace Ksef.Client;

/// <summary>Reads <c>[code]: message | [code]: message</c>.</summary>
internal static partial class SystemWarningHeader
{
    public const string Name = "X-System-Warning";

    public static IEnumerable<SystemWarning> Read(string value, string operation)
    {
        var warnings = Warning().Matches(value);
        return warnings.Count == 0
            ? [new SystemWarning(string.Empty, value.Trim(), operation)]
            : warnings.Select(match => new SystemWarning(match.Groups["code"].Value.Trim(), match.Groups["message"].Value.Trim(), operation));
    }

    [GeneratedRegex(@"\[(?<code>[^\]]+)\]:(?<message>[^|]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Warning();
}
