using Ksef.Client;
using KsefFunctions.Errors;
using static KsefFunctions.Answers.AnswerEffect;

namespace KsefFunctions.Answers;

/// <summary>Statuses of an authentication (<c>GET /auth/{referenceNumber}</c>).</summary>
public static class AuthenticationAnswers
{
    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<KsefAnswer> All { get; } =
    [
        New(AuthenticationStatusCode.InProgress, "Uwierzytelnianie w toku", "in progress", Waits),
        New(AuthenticationStatusCode.Succeeded, "Uwierzytelnianie zakończone sukcesem", "signed in", GoesOn),
        New(AuthenticationStatusCode.NoPermissions, "Brak przypisanych uprawnień", "the owner of the credential has no permission for this company", Ends, SignInErrors.NoPermission),
        New(AuthenticationStatusCode.Revoked, "Uwierzytelnienie unieważnione", "a user ended this signing in; the next one counts anew", Repeats, SignInErrors.SignInLost),
        New(AuthenticationStatusCode.InvalidToken, "Uwierzytelnianie zakończone niepowodzeniem z powodu błędnego tokenu", "the token is wrong, revoked or not active, or its time is", Ends, SignInErrors.TokenRefused),
        New(AuthenticationStatusCode.CertificateRefused, "Uwierzytelnianie zakończone niepowodzeniem z powodu błędu certyfikatu", "the certificate is not valid, not trusted, revoked or suspended", Ends, SignInErrors.CredentialRefused),
        New(AuthenticationStatusCode.SubjectDeceased, "Próba wykorzystania metod autoryzacyjnych osoby zmarłej", "the owner of the credential is deceased", Ends, SignInErrors.OwnerDeceased),
        New(AuthenticationStatusCode.Blocked, "Uwierzytelnienie zablokowane", "a security incident is suspected", Ends, SignInErrors.Blocked),
        New(AuthenticationStatusCode.UnknownError, "Nieznany błąd", "an error of KSeF", Repeats, KsefErrors.Unavailable),
        New(AuthenticationStatusCode.CancelledBySystem, "Operacja została anulowana przez system", "KSeF asks to try again", Repeats, KsefErrors.Unavailable),
    ];

    private static readonly Dictionary<int, KsefAnswer> ByCode = All.ToDictionary(answer => answer.Code);

    /// <summary>What a failed authentication becomes. A status that is not listed refuses the credential.</summary>
    public static ErrorDefinition ErrorOf(AuthenticationStatusCode code) => ByCode.GetValueOrDefault((int)code)?.Error ?? SignInErrors.CredentialRefused;

    private static KsefAnswer New(AuthenticationStatusCode code, string words, string meaning, AnswerEffect effect, ErrorDefinition? error = null) =>
        new((int)code, words, meaning, effect, error);
}
