namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>A case that a format cannot say, and what the library answers to the attempt.</summary>
/// <param name="Case">Beginning of its name.</param>
/// <param name="Codes">The errors, in their order.</param>
/// <param name="Says">What message or advice tells its reader.</param>
/// <param name="Reason">Why the format cannot say it.</param>
internal sealed record Refusal(string Case, string[] Codes, string Says, string Reason)
{
    /// <summary>The refusal of a case; <see langword="null"/> for one that comes through.</summary>
    public static Refusal? Of(RoundTripCase original, IReadOnlyList<Refusal> table) => table.FirstOrDefault(refusal => original.Name.StartsWith(refusal.Case, StringComparison.Ordinal));
}
