using System.Text.Json;

namespace KsefSimulator.Logins;

/// <summary>The claims of KSeF's tokens, under KSeF's own three-letter names.</summary>
internal sealed record TokenClaims
{
    public required string Iss { get; init; }

    public required string Aud { get; init; }

    public required long Iat { get; init; }

    public required long Nbf { get; init; }

    public required long Exp { get; init; }

    public required string Typ { get; init; }

    public required string Jti { get; init; }

    /// <summary>Context identifier: type.</summary>
    public required string Cit { get; init; }

    /// <summary>Context identifier: value.</summary>
    public required string Civ { get; init; }

    /// <summary>Authentication method.</summary>
    public required string Aum { get; init; }

    /// <summary>Reference number of the login.</summary>
    public required string Arn { get; init; }

    /// <summary>Subject details, JSON in a string.</summary>
    public required string Sud { get; init; }

    /// <summary>Permissions, a JSON array in a string, as are the next three.</summary>
    public required string Per { get; init; }

    public required string Pec { get; init; }

    public required string Rol { get; init; }

    public required string Pep { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<string> Permissions => JsonSerializer.Deserialize(Per, LoginJson.Types.IReadOnlyListString) ?? [];
}

internal sealed record TokenSubject(
    TokenSubjectIdentifier SubjectIdentifier, IReadOnlyList<string> GivenNames, string? Surname, string? SerialNumber, string? CommonName, string? CountryName)
{
    public static TokenSubject Of(AuthenticationOperation login) => new(
        new TokenSubjectIdentifier(login.Subject.Type, login.Subject.Value),
        login.CertificateSubject?.GivenName is { } name ? [name] : [],
        login.CertificateSubject?.Surname,
        login.CertificateSubject?.SerialNumber,
        login.CertificateSubject?.CommonName,
        login.CertificateSubject?.CountryName);
}

internal sealed record TokenSubjectIdentifier(string Type, string Value);
