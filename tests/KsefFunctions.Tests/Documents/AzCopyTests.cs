using System.Text.RegularExpressions;
using KsefFunctions.Tests.Infrastructure;

namespace KsefFunctions.Tests.Documents;

/// <summary>What documents and scripts ask of azcopy exists there (10.32).</summary>
public sealed partial class AzCopyTests
{
    private static readonly string[] Everywhere = ["--output-level", "--dry-run", "--put-md5", "--include-pattern", "--exclude-pattern", "--recursive"];

    private static readonly Dictionary<string, string[]> Flags = new()
    {
        ["copy"] = [.. Everywhere, "--overwrite", "--metadata"],
        ["sync"] = [.. Everywhere, "--delete-destination", "--include-regex", "--mirror-mode"],
        ["login"] = ["--login-type", "--application-id", "--tenant-id", "--identity-client-id"],
    };

    private static readonly string[] Variables =
    [
        "AZCOPY_AUTO_LOGIN_TYPE", "AZCOPY_MSI_CLIENT_ID", "AZCOPY_TENANT_ID", "AZCOPY_SPA_APPLICATION_ID", "AZCOPY_SPA_CERT_PATH", "AZCOPY_SPA_CERT_PASSWORD",
        "AZCOPY_SPA_CLIENT_SECRET", "AZCOPY_LOG_LOCATION",
    ];

    private static IEnumerable<string> Texts => Repository.Files("docs", "*.md").Concat(Repository.Files("docs/examples", "*.sh")).Select(Repository.Read);

    [Fact]
    public void Commands_Flags_AreThoseOfAzCopy()
    {
        var commands = Texts.SelectMany(text => Command().Matches(text)).ToList();

        commands.Count.ShouldBeGreaterThan(3);
        commands.ShouldAllBe(command => Flag().Matches(command.Value).All(flag => Flags[command.Groups[1].Value].Contains(flag.Value)));
    }

    [Fact]
    public void Variables_AreThoseOfAzCopy() =>
        Texts.SelectMany(text => Variable().Matches(text)).Select(match => match.Value).Except(Variables).ShouldBeEmpty();

    [GeneratedRegex(@"azcopy (copy|sync|login) (?:[^\n`\\]|\\\n)*")]
    private static partial Regex Command();

    [GeneratedRegex("(?<= )--[a-z0-9-]+")]
    private static partial Regex Flag();

    [GeneratedRegex("AZCOPY_[A-Z_]+[A-Z]")]
    private static partial Regex Variable();
}
