namespace KsefSimulator.Tokens;

internal sealed record GenerateTokenRequest(IReadOnlyList<string>? Permissions, string? Description);

internal sealed record GenerateTokenResponse(string ReferenceNumber, string Token);

internal sealed record TokenIdentifier(string Type, string Value);

internal sealed record TokenItem(
    string ReferenceNumber,
    TokenIdentifier AuthorIdentifier,
    TokenIdentifier ContextIdentifier,
    string Description,
    IReadOnlyList<string> RequestedPermissions,
    DateTimeOffset DateCreated,
    DateTimeOffset? LastUseDate,
    string Status)
{
    public static TokenItem Of(KsefToken token, DateTimeOffset now) => new(
        token.ReferenceNumber,
        new TokenIdentifier(token.Author.Type, token.Author.Value),
        new TokenIdentifier(token.Context.Type, token.Context.Value),
        token.Description,
        token.Permissions,
        token.DateCreated,
        token.LastUseDate,
        token.StatusAt(now));
}

internal sealed record QueryTokensResponse(string? ContinuationToken, IReadOnlyList<TokenItem> Tokens);
