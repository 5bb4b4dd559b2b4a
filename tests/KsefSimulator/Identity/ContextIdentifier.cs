using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace KsefSimulator.Identity;

/// <summary>In whose name a caller works: <c>Nip</c>, <c>InternalId</c>, <c>NipVatUe</c> or <c>PeppolId</c> and its value.</summary>
internal sealed partial record ContextIdentifier(string Type, string Value)
{
    public const string NipType = "Nip";
    public const string InternalIdType = "InternalId";
    public const string NipVatUeType = "NipVatUe";
    public const string PeppolIdType = "PeppolId";

    public static IReadOnlyList<string> Types { get; } = [NipType, InternalIdType, NipVatUeType, PeppolIdType];

    /// <summary>The NIP that the context belongs to, null for a Peppol provider.</summary>
    [JsonIgnore]
    public string? Nip => Type == PeppolIdType ? null : Value[..10];

    [JsonIgnore]
    public string Key => $"{Type}:{Value}";

    [JsonIgnore]
    public bool IsWellFormed => Type switch
    {
        NipType => NipShape().IsMatch(Value),
        InternalIdType => InternalIdShape().IsMatch(Value),
        NipVatUeType => NipVatUeShape().IsMatch(Value),
        PeppolIdType => PeppolIdShape().IsMatch(Value),
        _ => false,
    };

    [GeneratedRegex(@"^[1-9]((\d[1-9])|([1-9]\d))\d{7}$")]
    private static partial Regex NipShape();

    [GeneratedRegex(@"^[1-9]((\d[1-9])|([1-9]\d))\d{7}-\d{5}$")]
    private static partial Regex InternalIdShape();

    [GeneratedRegex(@"^[1-9]((\d[1-9])|([1-9]\d))\d{7}-[A-Z]{2}[A-Z0-9+*]{2,12}$")]
    private static partial Regex NipVatUeShape();

    [GeneratedRegex(@"^P[A-Z]{2}[0-9]{6}$")]
    private static partial Regex PeppolIdShape();
}
