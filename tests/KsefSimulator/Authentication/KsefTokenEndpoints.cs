using System.Globalization;
using System.Text;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;
using KsefSimulator.Logins;
using KsefSimulator.PublicKeys;
using KsefSimulator.Tokens;

namespace KsefSimulator.Authentication;

/// <summary>POST /auth/ksef-token: the token comes as <c>token|timestamp of the challenge in ms</c>, encrypted with RSA-OAEP SHA-256.</summary>
internal static class KsefTokenEndpoints
{
    public static void MapKsefToken(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/ksef-token", SubmitAsync)
        .WithName("AuthKsefToken")
        .RateLimited(RateLimitGroup.Anonymous);

    private static async Task<IResult> SubmitAsync(
        HttpContext context, Challenges challenges, Authentications authentications, KeyRing keys, KsefTokens tokens, LoginDecision decision, JwtIssuer jwt, TimeProvider time)
    {
        var request = await JsonBody.ReadAsync(context.Request, AuthenticationJson.Types.InitTokenAuthenticationRequest, context.RequestAborted);
        var target = ContextOf(request.ContextIdentifier);
        var ciphertext = Require.Base64(request.EncryptedToken, "encryptedToken");
        keys.RequireKnown(request.PublicKeyId, KeyUsage.KsefTokenEncryption);
        var challenge = challenges.Use(request.Challenge);

        var plain = keys.Decrypt(KeyUsage.KsefTokenEncryption, request.PublicKeyId, ciphertext);
        var (secret, timestamp) = Split(plain);
        var token = secret is null ? null : tokens.FindBySecret(secret);
        var outcome = Judge(token, timestamp, challenge, target, decision, time.GetUtcNow());
        if (token is not null && outcome.Code == AuthenticationStatus.Succeeded.Code)
        {
            tokens.Touch(token);
        }

        var operation = authentications.Start(
            target,
            token?.Author ?? new SubjectIdentifier(SubjectIdentifier.NipType, target.Nip ?? target.Value),
            null,
            AuthenticationMethod.Token,
            request.AuthorizationPolicy?.ToAddressPolicy() ?? AddressPolicy.Any,
            outcome,
            token?.ReferenceNumber);
        return AuthenticationInit.Accepted(operation, jwt);
    }

    private static StatusInfo Judge(KsefToken? token, long? timestamp, Challenge challenge, ContextIdentifier context, LoginDecision decision, DateTimeOffset now)
    {
        if (token is null || token.Context != context)
        {
            return AuthenticationStatus.TokenInvalid;
        }

        if (timestamp != challenge.Timestamp.ToUnixTimeMilliseconds())
        {
            return AuthenticationStatus.TokenTimeInvalid;
        }

        return token.StatusAt(now) switch
        {
            "Revoked" => AuthenticationStatus.TokenRevoked,
            "Pending" => AuthenticationStatus.TokenInactive,
            _ => decision.Decide(context, token.Author),
        };
    }

    // Tokens contain '|' themselves: the timestamp follows the last one.
    private static (string? Secret, long? Timestamp) Split(byte[]? plain)
    {
        var text = plain is null ? string.Empty : Encoding.UTF8.GetString(plain);
        var bar = text.LastIndexOf('|');
        return bar > 0 && long.TryParse(text.AsSpan(bar + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var timestamp)
            ? (text[..bar], timestamp)
            : (null, null);
    }

    private static ContextIdentifier ContextOf(ContextIdentifierBody? body)
    {
        var type = Require.Present(Require.Present(body, "contextIdentifier").Type, "contextIdentifier.type");
        var known = ContextIdentifier.Types.FirstOrDefault(name => string.Equals(name, type, StringComparison.OrdinalIgnoreCase));
        var context = new ContextIdentifier(known ?? type, Require.Text(body!.Value, "contextIdentifier.value"));
        return context.IsWellFormed ? context : throw Refusals.InvalidInput("Pole 'contextIdentifier' ma nieprawidłową wartość.");
    }
}

internal sealed record InitTokenAuthenticationRequest(
    string? Challenge, ContextIdentifierBody? ContextIdentifier, string? EncryptedToken, string? PublicKeyId, AuthorizationPolicyBody? AuthorizationPolicy);

internal sealed record ContextIdentifierBody(string? Type, string? Value);

internal sealed record AuthorizationPolicyBody(AllowedIpsBody? AllowedIps)
{
    public AddressPolicy ToAddressPolicy() => AllowedIps is null
        ? AddressPolicy.Any
        : new AddressPolicy(AllowedIps.Ip4Addresses ?? [], AllowedIps.Ip4Ranges ?? [], AllowedIps.Ip4Masks ?? []);
}

internal sealed record AllowedIpsBody(IReadOnlyList<string>? Ip4Addresses, IReadOnlyList<string>? Ip4Ranges, IReadOnlyList<string>? Ip4Masks);
