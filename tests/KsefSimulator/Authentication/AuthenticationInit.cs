using KsefSimulator.Http;
using KsefSimulator.Logins;

namespace KsefSimulator.Authentication;

/// <summary>What both ways of logging in answer: 202 with the reference number and the token to ask with.</summary>
internal static class AuthenticationInit
{
    public static IResult Accepted(AuthenticationOperation operation, JwtIssuer jwt)
    {
        var token = jwt.Issue(JwtIssuer.OperationToken, operation, [], Authentications.OperationLifetime);
        return Answer.Json(
            new AuthenticationInitResponse(operation.ReferenceNumber, new TokenInfo(token.Token, token.ValidUntil)),
            AuthenticationJson.Types.AuthenticationInitResponse,
            StatusCodes.Status202Accepted);
    }
}

internal sealed record AuthenticationInitResponse(string ReferenceNumber, TokenInfo AuthenticationToken);

internal sealed record TokenInfo(string Token, DateTimeOffset ValidUntil);
