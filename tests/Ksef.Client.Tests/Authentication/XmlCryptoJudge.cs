using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodePackages;

namespace Ksef.Client.Tests;

/// <summary>xml-crypto, written by others for Node.js and installed by npm from a lock file, judges our signatures.</summary>
internal static class XmlCryptoJudge
{
    private static readonly NodePackage XmlCrypto = new("Authentication/XmlCrypto", "xml-crypto");

    public static async Task<Verdict> JudgeAsync(byte[] document, X509Certificate2 certificate)
    {
        var input = new JsonObject { ["document"] = Encoding.UTF8.GetString(document), ["certificate"] = certificate.ExportCertificatePem() };
        return JsonSerializer.Deserialize<Verdict>(await XmlCrypto.RunAsync("verify.mjs", input.ToJsonString()), JsonSerializerOptions.Web)!;
    }

    /// <param name="Valid">Digests and signature fit.</param>
    /// <param name="Covered">Local names of the elements that are signed; empty when the signature is not valid.</param>
    internal sealed record Verdict(bool Valid, IReadOnlyList<string> Covered);
}
