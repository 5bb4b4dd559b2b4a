using System.Text.RegularExpressions;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>Nothing that looks like a secret lies in what deploys the app.</summary>
public sealed partial class SecretScanTests
{
    private static IEnumerable<string> Configuration =>
        ["azure.yaml", "host.json", .. Repository.Files("infra", "*"), .. Repository.Files(".github", "*")];

    // What is described to readers may show hashes, which cannot be told from keys.
    private static IEnumerable<string> Descriptions =>
    [
        .. Repository.Files("docs", "*.md"), .. Repository.Files("functions", "*.json"), .. Repository.Files("functions", "*.csproj"),
    ];

    [Fact]
    public void Files_ThatDeploy_HoldNoSecretAndNothingLikeAKey()
    {
        Configuration.Count().ShouldBeGreaterThan(30);
        Configuration.SelectMany(file => Found(file, SecretLike()).Concat(Found(file, KeyLike()))).ShouldBeEmpty();
    }

    [Fact]
    public void Files_ThatDescribe_HoldNoSecret() =>
        Descriptions.SelectMany(file => Found(file, SecretLike())).ShouldBeEmpty();

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=abc")]
    [InlineData("Endpoint=sb://a/;SharedAccessKeyName=Root;SharedAccessKey=abc")]
    [InlineData("https://a.blob.core.windows.net/c?sv=2024-01-01&sig=abcdefghijklmnop")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("password: 'hunter22'")]
    [InlineData("clientSecret: \"0123456789\"")]
    public void Scan_ASecret_IsFound(string text) => SecretLike().IsMatch(text).ShouldBeTrue();

    [Fact]
    public void Scan_TheBase64OfAKey_IsFound() =>
        KeyLike().IsMatch("value: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA='").ShouldBeTrue();

    private static IEnumerable<string> Found(string file, Regex pattern) =>
        pattern.Matches(Repository.Read(file)).Select(match => $"{file}: {match.Value}");

    [GeneratedRegex(
        """
        AccountKey=\w|SharedAccessKey=\w|[?&]sig=\w|-----BEGIN[ A-Z]*PRIVATE\ KEY
        |(?i:password|pwd|client_?secret|api_?key)["']?\s*[:=]\s*["'][^"'$<{]{6,}["']
        |\bgh[pousr]_[A-Za-z0-9]{36}
        |\beyJ[A-Za-z0-9_-]{20,}\.
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SecretLike();

    [GeneratedRegex("""["'=](?:[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)""")]
    private static partial Regex KeyLike();
}
