namespace KsefFunctions.Errors;

/// <summary>KSF-3101, KSF-3102 and KSF-3114 to KSF-3117: why KSeF did not let a company in. What is wrong before KSeF is asked: <see cref="CertificateErrors"/>.</summary>
public static class SignInErrors
{
    public static readonly ErrorDefinition NoPermission = new(
        "KSF-3101", ErrorKind.Technical, Party.Finance, Replay.OnceMended,
        "KSeF let us in with no permission for the company {0} (authentication status {1}).",
        "KSeF nie przyznał uprawnień do firmy {0} (status uwierzytelnienia {1}).",
        "Give the certificate's owner the permission to issue invoices for this company in KSeF, then replay the file.",
        "Nadaj w KSeF właścicielowi certyfikatu uprawnienie do wystawiania faktur tej firmy i uruchom plik ponownie.");

    public static readonly ErrorDefinition CredentialRefused = new(
        "KSF-3102", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "KSeF refused the credential of the company {0} (authentication status {1}).",
        "KSeF odrzucił dane uwierzytelniające firmy {0} (status uwierzytelnienia {1}).",
        "Import a certificate that is valid, not revoked or suspended, and of the right environment; then replay the file.",
        "Zaimportuj certyfikat, który jest ważny, nieunieważniony, niezawieszony i właściwy dla środowiska; potem uruchom plik ponownie.");

    public static readonly ErrorDefinition SignInLost = new(
        "KSF-3114", ErrorKind.Transient, Party.Ministry, Replay.OnceMended,
        "KSeF did not finish signing the company {0} in ({1}), though nothing is wrong with its credential.",
        "KSeF nie dokończył uwierzytelniania firmy {0} ({1}), choć jej dane uwierzytelniające są w porządku.",
        "Nothing for two days: the app signs in again. A file that was given up is replayed.",
        "Przez dwa dni – nic: aplikacja uwierzytelnia się ponownie. Plik odłożony uruchom ponownie.");

    public static readonly ErrorDefinition TokenRefused = new(
        "KSF-3115", ErrorKind.Technical, Party.Operations, Replay.OnceMended,
        "KSeF refused the token of the company {0} (authentication status {1}).",
        "KSeF odrzucił token firmy {0} (status uwierzytelnienia {1}).",
        "Issue a new token in KSeF, or better a certificate, and import it; then replay the file. On a machine of your own, check its clock, too.",
        "Wygeneruj w KSeF nowy token, a lepiej certyfikat, i zaimportuj go; potem uruchom plik ponownie. Na własnym komputerze sprawdź też zegar.");

    public static readonly ErrorDefinition OwnerDeceased = new(
        "KSF-3116", ErrorKind.Technical, Party.Finance, Replay.OnceMended,
        "For KSeF the owner of the credential of the company {0} is deceased ({1}).",
        "Według KSeF osoba, na którą wydano dane uwierzytelniające firmy {0}, nie żyje ({1}).",
        "Give another person the permission to issue invoices in KSeF and import that person's certificate; then replay the file.",
        "Nadaj w KSeF uprawnienie do wystawiania faktur innej osobie i zaimportuj jej certyfikat; potem uruchom plik ponownie.");

    public static readonly ErrorDefinition Blocked = new(
        "KSF-3117", ErrorKind.Technical, Party.Ministry, Replay.OnceMended,
        "KSeF has blocked the company {0} because it suspects a security incident ({1}).",
        "KSeF zablokował firmę {0} z powodu podejrzenia incydentu bezpieczeństwa ({1}).",
        "Find out who uses the credential. Write to the Ministry of Finance by its contact form; when the block is lifted, replay the file.",
        "Ustal, kto używa tych danych uwierzytelniających. Skontaktuj się z Ministerstwem Finansów przez formularz zgłoszeniowy; po zdjęciu blokady uruchom plik ponownie.");

    public static IReadOnlyList<ErrorDefinition> All { get; } = [NoPermission, CredentialRefused, SignInLost, TokenRefused, OwnerDeceased, Blocked];
}
