using KsefSimulator.Http;

namespace KsefSimulator.Logins;

/// <summary>Final and passing states of a login (open-api.json 2.6, AuthenticationOperationStatusResponse.status).</summary>
internal static class AuthenticationStatus
{
    private const string CertificateFailure = "Uwierzytelnianie zakończone niepowodzeniem z powodu błędu certyfikatu";
    private const string TokenFailure = "Uwierzytelnianie zakończone niepowodzeniem z powodu błędnego tokenu";

    public static StatusInfo InProgress { get; } = new(100, "Uwierzytelnianie w toku");

    public static StatusInfo Succeeded { get; } = new(200, "Uwierzytelnianie zakończone sukcesem");

    public static StatusInfo NoPermissions { get; } = new(415, "Uwierzytelnianie zakończone niepowodzeniem", ["Brak przypisanych uprawnień"]);

    public static StatusInfo Revoked { get; } = new(
        425, "Uwierzytelnienie unieważnione", ["Uwierzytelnienie i powiązane refresh tokeny zostały unieważnione przez użytkownika"]);

    public static StatusInfo TokenInvalid { get; } = new(450, TokenFailure, ["Nieprawidłowy token"]);

    public static StatusInfo TokenTimeInvalid { get; } = new(450, TokenFailure, ["Nieprawidłowy czas tokena"]);

    public static StatusInfo TokenRevoked { get; } = new(450, TokenFailure, ["Token unieważniony"]);

    public static StatusInfo TokenInactive { get; } = new(450, TokenFailure, ["Token nieaktywny"]);

    public static StatusInfo CertificateNotValid { get; } = new(460, CertificateFailure, ["Nieważny certyfikat"]);

    public static StatusInfo CertificateChainBroken { get; } = new(460, CertificateFailure, ["Błąd weryfikacji łańcucha certyfikatów"]);

    public static StatusInfo CertificateNotTrusted { get; } = new(460, CertificateFailure, ["Niezaufany łańcuch certyfikatów"]);

    public static StatusInfo CertificateRevoked { get; } = new(460, CertificateFailure, ["Certyfikat odwołany"]);

    public static StatusInfo CertificateWrong { get; } = new(460, CertificateFailure, ["Niepoprawny certyfikat"]);

    public static StatusInfo Deceased { get; } = new(470, "Uwierzytelnianie zakończone niepowodzeniem", ["Próba wykorzystania metod autoryzacyjnych osoby zmarłej"]);

    public static StatusInfo Blocked { get; } = new(
        480, "Uwierzytelnienie zablokowane", ["Podejrzenie incydentu bezpieczeństwa. Skontaktuj się z Ministerstwem Finansów przez formularz zgłoszeniowy."]);
}
