using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>How a command of the compiler ended, and all that it said.</summary>
internal sealed partial record BicepRun(int ExitCode, string Output)
{
    /// <summary>Errors, warnings and notes, each once, although a file is compiled again for every template that calls it.</summary>
    public IReadOnlyList<string> Diagnostics => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    /// <summary>The diagnostics of one file.</summary>
    public IEnumerable<string> About(string file) => Diagnostics.Where(line =>
        Place().Match(line).Groups["file"].Value.Replace('\\', '/').EndsWith($"/{file}", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?<file>.+)\(\d+,\d+\) : ")]
    private static partial Regex Place();
}
