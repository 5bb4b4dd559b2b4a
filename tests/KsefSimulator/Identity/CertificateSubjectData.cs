using System.Security.Cryptography.X509Certificates;

namespace KsefSimulator.Identity;

/// <summary>The subject of a certificate by its attributes, as KSeF hands it out for certificate requests.</summary>
internal sealed record CertificateSubjectData
{
    public string? CommonName { get; init; }

    public string? CountryName { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    public string? SerialNumber { get; init; }

    public string? UniqueIdentifier { get; init; }

    public string? OrganizationName { get; init; }

    public string? OrganizationIdentifier { get; init; }

    public static CertificateSubjectData Of(X500DistinguishedName subject)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in subject.EnumerateRelativeDistinguishedNames())
        {
            if (!name.HasMultipleElements && name.GetSingleElementType().Value is { } oid && name.GetSingleElementValue() is { } value)
            {
                values.TryAdd(oid, value);
            }
        }

        return new CertificateSubjectData
        {
            CommonName = values.GetValueOrDefault("2.5.4.3"),
            CountryName = values.GetValueOrDefault("2.5.4.6"),
            GivenName = values.GetValueOrDefault("2.5.4.42"),
            Surname = values.GetValueOrDefault("2.5.4.4"),
            SerialNumber = values.GetValueOrDefault("2.5.4.5"),
            UniqueIdentifier = values.GetValueOrDefault("2.5.4.45"),
            OrganizationName = values.GetValueOrDefault("2.5.4.10"),
            OrganizationIdentifier = values.GetValueOrDefault("2.5.4.97"),
        };
    }
}
