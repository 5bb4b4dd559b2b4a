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

    /// <summary>The cases that a format can say.</summary>
    public static IEnumerable<RoundTripCase> NoneOf(IReadOnlyList<Refusal> table) => RoundTripCase.AllOwn.Where(original => Of(original, table) is null);

    /// <summary>Names of the cases that a format cannot say.</summary>
    public static IEnumerable<string> NamesOf(IReadOnlyList<Refusal> table) => RoundTripCase.AllOwn.Where(original => Of(original, table) is not null).Select(original => original.Name);
}
