using System.Text.RegularExpressions;
using KsefFunctions.Errors;

namespace LocalHost.Documents;

/// <summary>The line under each number of the runbook: who can end it, and whether a replay helps.</summary>
internal static partial class RunbookLines
{
    public static string WithResponsibility(string runbook) => Entry().Replace(runbook, entry =>
        ErrorCatalogue.Find(entry.Groups["code"].Value) is { } error
            ? $"### {error.Code}\n*Ends it: {Words.Of(error.Responsible)}. Same bytes again: {Words.Of(error.Replay)}.*\\\n"
            : entry.Value);

    [GeneratedRegex(@"^### (?<code>KSF-\d{4})\n(\*Ends it: .*\n)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
