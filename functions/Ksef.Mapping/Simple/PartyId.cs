namespace Ksef.Mapping.Simple;

/// <summary>By which number a party is known.</summary>
internal enum PartyIdKind
{
    /// <summary>By none (BrakID).</summary>
    None,
    Nip,
    Eu,
    Other,
    Internal,
}

/// <summary>The number of a party.</summary>
/// <param name="Kind">Which number it is.</param>
/// <param name="Number">The number, without the country.</param>
/// <param name="Country">KodUE of an EU number, KodKraju of another one.</param>
internal readonly record struct PartyId(PartyIdKind Kind, string? Number = null, string? Country = null);
