using System.Net.Http.Headers;
using System.Text;

namespace Ksef.Client.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed record Received(string Method, Uri Address, HttpRequestHeaders Headers, HttpContentHeaders? ContentHeaders, byte[] Body)
{
    /// <summary>Path under the base address, without its query.</summary>
    public string Path { get; } = Address.AbsolutePath.StartsWith("/v2/", StringComparison.Ordinal) ? Address.AbsolutePath[4..] : Address.AbsolutePath;

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Bearer => Headers.Authorization?.Parameter;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
