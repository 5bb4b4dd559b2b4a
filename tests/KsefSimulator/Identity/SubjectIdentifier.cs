using System.Text.Json.Serialization;

namespace KsefSimulator.Identity;

/// <summary>Who logs in: a NIP or PESEL from the certificate, or the certificate's SHA-256 fingerprint (upper-case hex).</summary>
internal sealed record SubjectIdentifier(string Type, string Value)
{
    public const string NipType = "Nip";
    public const string PeselType = "Pesel";
    public const string FingerprintType = "Fingerprint";

    [JsonIgnore]
    public string Key => $"{Type}:{Value}";
}
