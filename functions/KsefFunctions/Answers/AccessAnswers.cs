using KsefFunctions.Errors;
using static KsefFunctions.Answers.AnswerEffect;

namespace KsefFunctions.Answers;

/// <summary>Why KSeF denies a call that it understands: HTTP 403 with a <c>reasonCode</c>, and the other statuses that have no code of their own.</summary>
public static class AccessAnswers
{
    /// <summary>By reason code of a 403.</summary>
    public static IReadOnlyDictionary<string, (string Meaning, ErrorDefinition Error)> Reasons { get; } = new SortedDictionary<string, (string, ErrorDefinition)>(StringComparer.Ordinal)
    {
        ["auth-method-not-allowed"] = ("this way of signing in does not allow the call", SignInErrors.CredentialRefused),
        ["context-type-not-allowed"] = ("the call is not for companies signed in by NIP", KsefErrors.RequestRefused),
        ["insufficient-resource-access"] = ("session or invoice of another company", SignInErrors.NoPermission),
        ["ip-not-allowed"] = ("the app's address changed since it signed in", SignInErrors.SignInLost),
        ["missing-permissions"] = ("the owner of the credential lacks a permission", SignInErrors.NoPermission),
        ["security-service-blocked"] = ("KSeF's guard stopped the call", SignInErrors.Blocked),
    };

    /// <summary>HTTP statuses without a code.</summary>
    public static IReadOnlyList<KsefAnswer> Statuses { get; } =
    [
        new(401, "Unauthorized", "the signing in is over", Repeats, SignInErrors.SignInLost),
        new(429, "Too Many Requests", "a limit is reached; the demanded wait is kept", Waits, KsefErrors.LimitHolds),
        new(500, "5xx, or no answer", "KSeF is away", Repeats, KsefErrors.Unavailable),
    ];

    /// <summary>What a denied call becomes, by HTTP status and reason; null when they say nothing.</summary>
    public static ErrorDefinition? ErrorOf(int httpStatus, string? reason) => httpStatus == 403
        ? reason is not null && Reasons.TryGetValue(reason, out var known) ? known.Error : null
        : Statuses.FirstOrDefault(answer => answer.Code == httpStatus)?.Error;
}
