using System.Net.Security;
using System.Security.Cryptography;
using Azure.Core.Pipeline;

namespace KsefFunctions.Certificates;

/// <summary>
/// Trust in one TLS certificate by its fingerprint, for a vault on this machine that no authority vouches for. Any other vault is trusted as
/// the system trusts, and never by this.
/// </summary>
public static class PinnedCertificate
{
    /// <summary>Why a fingerprint cannot be used for a vault; null when it can.</summary>
    /// <param name="vault">Address of the vault.</param>
    /// <param name="thumbprint">SHA-256 of its certificate, in hexadecimal digits.</param>
    public static string? Objection(Uri? vault, string thumbprint)
    {
        if (vault is not { IsAbsoluteUri: true, IsLoopback: true })
        {
            return "A certificate is trusted by its fingerprint for a vault on this machine only (127.0.0.1 or localhost).";
        }

        return thumbprint.Length == 2 * SHA256.HashSizeInBytes && thumbprint.All(char.IsAsciiHexDigit)
            ? null
            : "The fingerprint of a certificate is its SHA-256 in 64 hexadecimal digits.";
    }

    /// <summary>The way to a vault that shows this certificate, and to nobody else.</summary>
    /// <exception cref="ArgumentException">The vault is not on this machine, or that is no fingerprint.</exception>
    public static HttpPipelineTransport Transport(Uri vault, string thumbprint)
    {
        if (Objection(vault, thumbprint) is { } objection)
        {
            throw new ArgumentException(objection, nameof(thumbprint));
        }

        var expected = Convert.FromHexString(thumbprint);
        var handler = new SocketsHttpHandler
        {
            // A proxy or a redirection would lead the pin away from this machine.
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) =>
                    shown is not null && CryptographicOperations.FixedTimeEquals(shown.GetCertHash(HashAlgorithmName.SHA256), expected),
            },
        };
        return new HttpClientTransport(handler);
    }
}
