using KsefSimulator.Http;
using KsefSimulator.Limits;

namespace KsefSimulator.Authentication;

/// <summary>POST /auth/challenge.</summary>
internal static class ChallengeEndpoints
{
    public static void MapChallenge(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/challenge", Issue)
        .WithName("AuthChallenge")
        .RateLimited(RateLimitGroup.Anonymous);

    private static IResult Issue(HttpContext context, Challenges challenges)
    {
        var challenge = challenges.Issue();
        var address = context.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "127.0.0.1";
        return Answer.Json(
            new AuthenticationChallengeResponse(challenge.Value, challenge.Timestamp, challenge.Timestamp.ToUnixTimeMilliseconds(), address),
            AuthenticationJson.Types.AuthenticationChallengeResponse);
    }
}

internal sealed record AuthenticationChallengeResponse(string Challenge, DateTimeOffset Timestamp, long TimestampMs, string ClientIp);
