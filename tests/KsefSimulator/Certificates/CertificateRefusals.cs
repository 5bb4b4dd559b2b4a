using KsefSimulator.Http;

namespace KsefSimulator.Certificates;

/// <summary>The exception codes of the certificate endpoints.</summary>
internal static class CertificateRefusals
{
    public static KsefRefusal NoEnrollmentData() => new(25001, "Brak możliwości pobrania danych do CSR dla wykorzystanego sposobu uwierzytelnienia.");

    public static KsefRefusal NotAllowed() => new(25002, "Brak możliwości złożenia wniosku certyfikacyjnego dla wykorzystanego sposobu uwierzytelnienia.");

    public static KsefRefusal SubjectMismatch() => new(25003, "Dane w CSR nie zgadzają się z danymi w użytym wektorze uwierzytelniającym.");

    public static KsefRefusal InvalidRequest() => new(25004, "Niepoprawny format CSR lub niepoprawny podpis CSR.");

    public static KsefRefusal EnrollmentNotFound() => new(25005, "Wniosek certyfikacyjny o podanym numerze referencyjnym nie istnieje.");

    public static KsefRefusal EnrollmentLimit() => new(25006, "Osiągnięto limit możliwych do złożenia wniosków certyfikacyjnych.");

    public static KsefRefusal CertificateLimit() => new(25007, "Osiągnięto limit dopuszczalnej liczby posiadanych certyfikatów.");

    public static KsefRefusal CertificateNotFound() => new(25008, "Certyfikat o podanym numerze seryjnym nie istnieje.");

    public static KsefRefusal CertificateNotRevocable() => new(25009, "Nie można odwołać wskazanego certyfikatu, ponieważ jest już odwołany, zablokowany lub nieważny.");

    public static KsefRefusal InvalidKey() => new(25010, "Nieprawidłowy typ lub długość klucza.");
}
