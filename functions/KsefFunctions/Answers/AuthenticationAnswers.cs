using Ksef.Client;
using KsefFunctions.Errors;
using static KsefFunctions.Answers.AnswerEffect;
using static KsefFunctions.Answers.KsefAnswer;

namespace KsefFunctions.Answers;

/// <summary>Statuses of an authentication (<c>GET /auth/{referenceNumber}</c>).</summary>
public static class AuthenticationAnswers
{
    private static readonly AnswerTable Table = new(
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
    ]);

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<KsefAnswer> All => Table.All;

    /// <summary>What a failed authentication becomes. A status that is not listed refuses the credential.</summary>
    public static ErrorDefinition ErrorOf(AuthenticationStatusCode code) => Table.Find((int)code)?.Error ?? SignInErrors.CredentialRefused;
}
