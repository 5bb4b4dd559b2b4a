using System.Security.Cryptography;
using System.Text;

namespace Ksef.Client;

/// <summary>A KSeF token, the bridge until its end on 31 December 2026.</summary>
/// <param name="Token">The token as KSeF showed it once, with everything between its bars.</param>
public sealed record TokenCredential(string Token) : KsefCredential
{
    internal override string Mark => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token)));
}
