using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KsefSimulator.Logins;

/// <summary>Issues and reads the simulator's tokens: JWTs signed with HMAC-SHA256, with the claims that KSeF's clients read.</summary>
internal sealed class JwtIssuer(byte[] secret, TimeProvider time)
{
    public const string OperationToken = "OperationToken";
    public const string AccessToken = "ContextToken";
    public const string RefreshToken = "RefreshToken";
    private const string Issuer = "ksef-simulator";
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public IssuedToken Issue(string type, AuthenticationOperation operation, IReadOnlyList<string> permissions, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        var expires = now + lifetime;
        var claims = new TokenClaims
        {
            Iss = Issuer,
            Aud = Issuer,
            Iat = now.ToUnixTimeSeconds(),
            Nbf = now.ToUnixTimeSeconds(),
            Exp = expires.ToUnixTimeSeconds(),
            Typ = type,
            Jti = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)),
            Cit = operation.Context.Type,
            Civ = operation.Context.Value,
            Aum = operation.Method.Name,
            Arn = operation.ReferenceNumber,
            Sud = JsonSerializer.Serialize(
                TokenSubject.Of(operation), LoginJson.Types.TokenSubject),
            Per = JsonSerializer.Serialize(permissions, LoginJson.Types.IReadOnlyListString),
            Pec = "[]",
            Rol = "[]",
            // The Ministry's tests hold KSeF to it: what was granted directly is not repeated here.
            Pep = "[]",
        };
        var body = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, LoginJson.Types.TokenClaims))}";
        return new IssuedToken($"{body}.{Base64Url.EncodeToString(Sign(body))}", DateTimeOffset.FromUnixTimeSeconds(claims.Exp));
    }

    /// <summary>The claims of a token of the given type, or null when it is not one of ours, is of another type, or has expired.</summary>
    public TokenClaims? Read(string token, params ReadOnlySpan<string> types)
    {
        var dot = token.LastIndexOf('.');
        if (dot <= Header.Length || !token.StartsWith(Header, StringComparison.Ordinal) || !Base64Url.IsValid(token.AsSpan(dot + 1)))
        {
            return null;
        }

        var body = token[..dot];
        if (!CryptographicOperations.FixedTimeEquals(Sign(body), Base64Url.DecodeFromChars(token.AsSpan(dot + 1))))
        {
            return null;
        }

        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(body.AsSpan(Header.Length + 1)), LoginJson.Types.TokenClaims);
        return claims is not null && types.Contains(claims.Typ) && time.GetUtcNow().ToUnixTimeSeconds() < claims.Exp ? claims : null;
    }

    private byte[] Sign(string body) => HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(body));
}

internal sealed record IssuedToken(string Token, DateTimeOffset ValidUntil);
