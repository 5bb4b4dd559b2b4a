using KsefSimulator.Http;
using KsefSimulator.Logins;

namespace KsefSimulator.Authentication;

/// <summary>A login as KSeF shows it, by itself and in the list of active sessions.</summary>
internal sealed record AuthenticationItem
{
    public string? ReferenceNumber { get; init; }

    public bool? IsCurrent { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public required string AuthenticationMethod { get; init; }

    public required AuthenticationMethodInfo AuthenticationMethodInfo { get; init; }

    public required StatusInfo Status { get; init; }

    public bool? IsTokenRedeemed { get; init; }

    public DateTimeOffset? LastTokenRefreshDate { get; init; }

    public DateTimeOffset? RefreshTokenValidUntil { get; init; }

    public static AuthenticationItem Of(AuthenticationOperation operation, DateTimeOffset now) => new()
    {
        StartDate = operation.StartDate,
        AuthenticationMethod = operation.Method.Name,
        AuthenticationMethodInfo = new AuthenticationMethodInfo(operation.Method.Category, operation.Method.Code, operation.Method.DisplayName),
        Status = operation.StatusAt(now),
        IsTokenRedeemed = operation.IsRedeemed,
        LastTokenRefreshDate = operation.LastRefresh,
        RefreshTokenValidUntil = operation.RefreshValidUntil,
    };
}

internal sealed record AuthenticationMethodInfo(string Category, string Code, string DisplayName);

internal sealed record AuthenticationListResponse(string? ContinuationToken, IReadOnlyList<AuthenticationItem> Items);
