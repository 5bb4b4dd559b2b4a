namespace Ksef.Client;

/// <summary>POST /auth/challenge, answer.</summary>
internal sealed record ChallengeAnswer
{
    public required string Challenge { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public long? TimestampMs { get; init; }
}

/// <summary>POST /auth/xades-signature and /auth/ksef-token, answer.</summary>
internal sealed record AuthenticationStartAnswer
{
    public required ReferenceNumber ReferenceNumber { get; init; }

    public required TokenAnswer AuthenticationToken { get; init; }
}

/// <summary>GET /auth/{referenceNumber}, answer.</summary>
internal sealed record AuthenticationStatusAnswer
{
    public required AuthenticationStatus Status { get; init; }
}

/// <summary>POST /auth/token/redeem and /auth/token/refresh, answer; the latter brings no refresh token.</summary>
internal sealed record TokensAnswer
{
    public required TokenAnswer AccessToken { get; init; }

    public TokenAnswer? RefreshToken { get; init; }
}

/// <summary>A token on the wire. Never shows it.</summary>
internal sealed record TokenAnswer
{
    public required string Token { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public override string ToString() => nameof(TokenAnswer);
}

/// <summary>POST /auth/ksef-token, request.</summary>
internal sealed record TokenLoginRequest(string Challenge, ContextIdentifier ContextIdentifier, string EncryptedToken, string? PublicKeyId);
