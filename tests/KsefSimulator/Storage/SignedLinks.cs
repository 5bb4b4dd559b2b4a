using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KsefSimulator.Settings;

namespace KsefSimulator.Storage;

/// <summary>Signed addresses for uploads and downloads: whoever has the link needs no token. Plain ASCII without escapes, since clients rewrite URLs.</summary>
internal sealed class SignedLinks(byte[] secret, SimulatorOptions options, TimeProvider time)
{
    public const string Root = "/storage";

    public Uri Sign(HttpRequest request, string path, DateTimeOffset expires)
    {
        var address = options.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
        var until = expires.ToUnixTimeSeconds();
        return new Uri($"{address}{Root}{path}?se={until.ToString(CultureInfo.InvariantCulture)}&sig={Signature(path, until)}");
    }

    /// <summary>Whether the request's address carries a signature of ours that has not expired.</summary>
    public bool IsValid(HttpRequest request)
    {
        var path = request.Path.Value![Root.Length..];
        return long.TryParse(request.Query["se"], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && time.GetUtcNow().ToUnixTimeSeconds() <= until
            && request.Query["sig"] == Signature(path, until);
    }

    private string Signature(string path, long until) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{path}|{until.ToString(CultureInfo.InvariantCulture)}")));
}
