using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace KsefFunctions.Dashboard;

/// <summary>The page as one document with its styles and its script inside, and the policy that lets nothing else run.</summary>
internal sealed class PageDocument
{
    private static readonly string[] StyleSheets = ["base", "controls", "layout", "list", "file"];

    private readonly string _template;

    public PageDocument()
    {
        var styles = string.Concat(StyleSheets.Select(name => DashboardAssets.Read($"styles/{name}.css")));
        var script = ScriptBundle.Of("main.js", module => DashboardAssets.Read($"scripts/{module}"));
        _template = DashboardAssets.Read("index.html").Replace("{{styles}}", styles, StringComparison.Ordinal).Replace("{{script}}", script, StringComparison.Ordinal);
        ContentSecurityPolicy = string.Join(
            "; ",
            "default-src 'none'",
            $"script-src {HashOf(script)}",
            $"style-src {HashOf(styles)}",
            "img-src data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'");
    }

    /// <summary>
    /// Allows this one script and these styles by their hashes, requests to the own API, and no markup that is made from text:
    /// what stands in an invoice cannot become part of the page.
    /// </summary>
    public string ContentSecurityPolicy { get; }

    /// <param name="environment">Which KSeF the reader looks at.</param>
    /// <param name="user">Name of the signed-in person; null without sign-in.</param>
    public string Render(string environment, string? user) => _template
        .Replace("{{environment}}", WebUtility.HtmlEncode(environment), StringComparison.Ordinal)
        .Replace("{{user}}", WebUtility.HtmlEncode(user ?? string.Empty), StringComparison.Ordinal);

    private static string HashOf(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";
}
