using System.Text.RegularExpressions;

namespace LocalHost.Functions;

/// <summary>Replaces <c>%NAME%</c> in a trigger's path, queue or schedule by the app setting of that name.</summary>
public static partial class BindingExpression
{
    /// <exception cref="InvalidOperationException">There is no such setting.</exception>
    public static string Resolve(string expression, IConfiguration settings) =>
        Setting().Replace(expression, match => settings[match.Groups[1].Value]
            ?? throw new InvalidOperationException($"'{expression}' names the setting '{match.Groups[1].Value}', which has no value."));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();
}
