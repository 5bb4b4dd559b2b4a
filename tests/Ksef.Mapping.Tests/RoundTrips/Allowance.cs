namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>A difference that a format makes by its nature, written down with its reason.</summary>
/// <param name="Change">What happens to the field.</param>
/// <param name="Field">Its path without counts; all fields below it where it ends in <c>/*</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cases">Beginnings of the names of the only cases in which it happens; in any case when there are none.</param>
internal sealed record Allowance(Change Change, string Field, string Reason, params string[] Cases)
{
    public bool Covers(string name, Difference difference) =>
        difference.Change == Change
        && (Field.EndsWith("/*", StringComparison.Ordinal) ? difference.Field.StartsWith(Field[..^1], StringComparison.Ordinal) : difference.Field == Field)
        && (Cases.Length == 0 || Array.Exists(Cases, start => name.StartsWith(start, StringComparison.Ordinal)));

    public override string ToString() => $"{Change} {Field} ({string.Join(' ', Cases)})";
}
