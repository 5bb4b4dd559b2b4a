namespace KsefFunctions.Errors;

/// <summary>KSF-3103 to KSF-3113: credentials that are missing, refused before KSeF sees them, or out of reach. KSF-41xx: what the regular look at them found.</summary>
public static class CertificateErrors
{
    public static readonly ErrorDefinition NoCredential = Technical(
        "KSF-3103", Party.Operations, Replay.OnceMended,
        "There is no certificate and no token for the company {0}.",
        "Brak certyfikatu i tokenu dla firmy {0}.",
        "Import the company's certificate into Key Vault, then replay the file.",
        "Zaimportuj certyfikat firmy do Key Vault i uruchom plik ponownie.");

    public static readonly ErrorDefinition SelfSigned = Technical(
        "KSF-3104", Party.Operations, Replay.OnceMended,
        "The certificate of the company {0} is self-signed; only the test environment takes such certificates.",
        "Certyfikat firmy {0} jest samopodpisany; takie certyfikaty przyjmuje tylko środowisko testowe.",
        "Import the certificate that the Ministry issued, then replay the file.",
        "Zaimportuj certyfikat wydany przez Ministerstwo i uruchom plik ponownie.");

    public static readonly ErrorDefinition WrongEnvironment = Technical(
        "KSF-3105", Party.Operations, Replay.OnceMended,
        "The certificate of the company {0}, issued by '{1}', belongs to {2} and not to {3}.",
        "Certyfikat firmy {0}, wydany przez '{1}', należy do środowiska {2}, a nie {3}.",
        "Issue a certificate in the portal of the right environment and import it, then replay the file.",
        "Wygeneruj certyfikat w aplikacji właściwego środowiska, zaimportuj go i uruchom plik ponownie.");

    public static readonly ErrorDefinition OtherCompany = Technical(
        "KSF-3106", Party.Operations, Replay.OnceMended,
        "The credential stored for the company {0} belongs to another company, {1}.",
        "Dane uwierzytelniające zapisane dla firmy {0} należą do innej firmy: {1}.",
        "Import the right one. If that company really acts for this one by permission in KSeF, import it again with --represents.",
        "Zaimportuj właściwe. Jeżeli tamta firma rzeczywiście działa za tę na podstawie uprawnień w KSeF, zaimportuj je ponownie z opcją --represents.");

    public static readonly ErrorDefinition WrongUsage = Technical(
        "KSF-3107", Party.Operations, Replay.OnceMended,
        "The certificate of the company {0} is not made for signing in (its key usage is {1}); a certificate for offline mode looks like this.",
        "Certyfikat firmy {0} nie służy do uwierzytelniania (jego użycie klucza to {1}); tak wygląda certyfikat do trybu offline.",
        "Import the certificate of the type Authentication, then replay the file.",
        "Zaimportuj certyfikat typu „uwierzytelnienie” i uruchom plik ponownie.");

    public static readonly ErrorDefinition UnsuitableKey = Technical(
        "KSF-3108", Party.Operations, Replay.OnceMended,
        "The key of the certificate of the company {0} is {1}; KSeF takes RSA from 2048 bits and EC on the curve P-256.",
        "Klucz certyfikatu firmy {0} to {1}; KSeF przyjmuje RSA od 2048 bitów i EC na krzywej P-256.",
        "Issue a certificate with another key and import it, then replay the file.",
        "Wygeneruj certyfikat z innym kluczem, zaimportuj go i uruchom plik ponownie.");

    public static readonly ErrorDefinition Unreadable = Technical(
        "KSF-3109", Party.Operations, Replay.OnceMended,
        "The credential of the company {0} in Key Vault is neither a certificate with its private key nor a KSeF token.",
        "Dane uwierzytelniające firmy {0} w Key Vault nie są ani certyfikatem z kluczem prywatnym, ani tokenem KSeF.",
        "Import the certificate again with the import command, then replay the file.",
        "Zaimportuj certyfikat ponownie poleceniem importu i uruchom plik ponownie.");

    public static readonly ErrorDefinition Ended = Technical(
        "KSF-3110", Party.Operations, Replay.OnceMended,
        "The certificate of the company {0} ended on {1}.",
        "Certyfikat firmy {0} wygasł {1}.",
        "Issue a new certificate in KSeF and import it, then replay the file.",
        "Wygeneruj w KSeF nowy certyfikat, zaimportuj go i uruchom plik ponownie.");

    public static readonly ErrorDefinition NotYetValid = Technical(
        "KSF-3111", Party.Operations, Replay.OnceMended,
        "The certificate of the company {0} is not valid before {1}.",
        "Certyfikat firmy {0} jest ważny dopiero od {1}.",
        "Replay the file from that day on, or import a certificate that is valid now.",
        "Uruchom plik ponownie od tego dnia albo zaimportuj certyfikat ważny już teraz.");

    public static readonly ErrorDefinition VaultUnavailable = new(
        "KSF-3112", ErrorKind.Transient, Party.Operations, Replay.OnceMended,
        "Key Vault did not give the credential of the company {0} ({1}).",
        "Key Vault nie podał danych uwierzytelniających firmy {0} ({1}).",
        "Nothing for two days: it is tried again. If it lasts for hours, look at the health of the vault and at the network. A file that was given up is replayed when the vault answers.",
        "Przez dwa dni – nic: próby są powtarzane. Jeżeli trwa to godzinami, sprawdź stan magazynu kluczy i sieć. Plik odłożony uruchom ponownie, gdy magazyn odpowiada.");

    public static readonly ErrorDefinition VaultRefused = Technical(
        "KSF-3113", Party.Operations, Replay.OnceMended,
        "Key Vault refused to give the credential of the company {0} (HTTP {1}, {2}).",
        "Key Vault odmówił podania danych uwierzytelniających firmy {0} (HTTP {1}, {2}).",
        "Give the app's identity the role Key Vault Secrets User on the vault and check the vault's firewall, then replay the file.",
        "Nadaj tożsamości aplikacji rolę Key Vault Secrets User do magazynu, sprawdź zaporę magazynu i uruchom plik ponownie.");

    public static readonly ErrorDefinition Ending = new(
        "KSF-4101", ErrorKind.Warning, Party.Operations, Replay.NotNeeded,
        "The certificate of the company {0} ends in {1} days, on {2}.",
        "Certyfikat firmy {0} wygasa {2}; liczba pozostałych dni: {1}.",
        "Issue a new certificate in KSeF and import it under the same name; it is taken up within 15 minutes.",
        "Wygeneruj w KSeF nowy certyfikat i zaimportuj go pod tą samą nazwą; zostanie użyty w ciągu 15 minut.");

    public static readonly ErrorDefinition EndingSoon = Technical(
        "KSF-4102", Party.Operations, Replay.NotNeeded,
        "The certificate of the company {0} ends in {1} days, on {2}. After that nothing can be sent.",
        "Certyfikat firmy {0} wygasa {2}; liczba pozostałych dni: {1}. Potem nic nie zostanie wysłane.",
        "Issue a new certificate in KSeF and import it now.",
        "Wygeneruj w KSeF nowy certyfikat i zaimportuj go teraz.");

    public static readonly ErrorDefinition NewerRefused = new(
        "KSF-4103", ErrorKind.Warning, Party.Operations, Replay.NotNeeded,
        "The newest credential of the company {0} is not used, an older one is: {1}",
        "Najnowsze dane uwierzytelniające firmy {0} nie są używane – używane są starsze: {1}",
        "Import the right certificate, or disable the wrong version in Key Vault.",
        "Zaimportuj właściwy certyfikat albo wyłącz błędną wersję w Key Vault.");

    public static readonly ErrorDefinition NoneUsable = Technical(
        "KSF-4104", Party.Operations, Replay.OnceMended,
        "The company {0} cannot be signed in: {1}",
        "Firmy {0} nie można uwierzytelnić: {1}",
        "Import a certificate that is right. If the company is closed, delete its certificate.",
        "Zaimportuj właściwy certyfikat. Jeżeli firma zakończyła działalność, usuń jej certyfikat.");

    public static readonly ErrorDefinition TokenEnding = new(
        "KSF-4105", ErrorKind.Warning, Party.Operations, Replay.NotNeeded,
        "The company {0} signs in with a KSeF token. By regulation tokens end on {2}, in {1} days.",
        "Firma {0} uwierzytelnia się tokenem KSeF. Zgodnie z rozporządzeniem tokeny przestają działać {2}; liczba pozostałych dni: {1}.",
        "Store a certificate in the token's place in Key Vault; it is used within 15 minutes. If the law moves the day, set KsefFunctions__TokensEnd.",
        "Zapisz w Key Vault certyfikat w miejsce tokenu; zostanie użyty w ciągu 15 minut. Jeżeli przepisy przesuną termin, ustaw KsefFunctions__TokensEnd.");

    public static readonly ErrorDefinition TokenEnded = Technical(
        "KSF-4106", Party.Operations, Replay.OnceMended,
        "The company {0} still signs in with a KSeF token. By regulation tokens ended on {1}.",
        "Firma {0} nadal uwierzytelnia się tokenem KSeF. Zgodnie z rozporządzeniem tokeny przestały działać {1}.",
        "Store a certificate in the token's place in Key Vault. The token is presented to KSeF as long as it is stored, in case the day was moved; then set KsefFunctions__TokensEnd.",
        "Zapisz w Key Vault certyfikat w miejsce tokenu. Token jest przedstawiany w KSeF, dopóki jest zapisany – na wypadek przesunięcia terminu; wtedy ustaw KsefFunctions__TokensEnd.");

    public static readonly ErrorDefinition NotLookedAt = Technical(
        "KSF-4107", Party.Operations, Replay.NotNeeded,
        "The credentials could not be looked at: {0}",
        "Nie udało się sprawdzić danych uwierzytelniających: {0}",
        "Check the vault and the app's role on it. The look is repeated within six hours.",
        "Sprawdź magazyn kluczy i rolę aplikacji. Przegląd zostanie powtórzony w ciągu sześciu godzin.");

    public static IReadOnlyList<ErrorDefinition> All { get; } =
    [
        NoCredential, SelfSigned, WrongEnvironment, OtherCompany, WrongUsage, UnsuitableKey, Unreadable, Ended, NotYetValid, VaultUnavailable, VaultRefused,
        Ending, EndingSoon, NewerRefused, NoneUsable, TokenEnding, TokenEnded, NotLookedAt,
    ];

    private static ErrorDefinition Technical(string code, Party responsible, Replay replay, string text, string textPl, string whatToDo, string whatToDoPl) =>
        new(code, ErrorKind.Technical, responsible, replay, text, textPl, whatToDo, whatToDoPl);
}
