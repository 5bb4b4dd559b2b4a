using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Nothing that looks like a secret lies in what deploys the app.</summary>
public sealed partial class SecretScanTests
{
    private static IEnumerable<string> Scanned =>
    [
        "azure.yaml", "host.json",
        .. Repository.Files("infra", "*"), .. Repository.Files(".github", "*"), .. Repository.Files("docs", "*.md"),
        .. Repository.Files("functions", "*.json"), .. Repository.Files("functions", "*.csproj"),
    ];

    [Fact]
    public void Files_ThatDeploy_HoldNoSecret()
    {
        Scanned.Count().ShouldBeGreaterThan(30);
        foreach (var file in Scanned.Where(file => !file.EndsWith("package-lock.json", StringComparison.Ordinal)))
        {
            SecretLike().Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc")]
    [InlineData("Endpoint=sb://a/;SharedAccessKeyName=Root;SharedAccessKey=abc")]
    [InlineData("https://a.blob.core.windows.net/c?sv=2024-01-01&sig=abcdefghijklmnop")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("password: 'hunter22'")]
    [InlineData("clientSecret: \"0123456789\"")]
    [InlineData("value: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='")]
    public void Scan_ASecret_IsFound(string text) => SecretLike().IsMatch(text).ShouldBeTrue();

    [GeneratedRegex(
        """
        AccountKey=\w|SharedAccessKey=\w|[?&]sig=\w|-----BEGIN[ A-Z]*PRIVATE\ KEY
        |(?i:password|pwd|client_?secret|api_?key)["']?\s*[:=]\s*["'][^"'$<{]{6,}["']
        |["'=][A-Za-z0-9+/]{43}=
        |["'][A-Za-z0-9+/]{86}==
        |\bgh[pousr]_[A-Za-z0-9]{36}
        |\beyJ[A-Za-z0-9_-]{20,}\.
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SecretLike();
}
