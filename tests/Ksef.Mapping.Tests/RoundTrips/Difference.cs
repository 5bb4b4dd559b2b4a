using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>What happened to a field on its way through a format.</summary>
internal enum Change
{
    /// <summary>It did not come back.</summary>
    Lost,

    /// <summary>It came back, and was not there before.</summary>
    Added,

    /// <summary>It came back with another value.</summary>
    Changed,
}

/// <summary>A field that is not the same before and after a round trip.</summary>
internal sealed partial record Difference(Change Change, string Path, string? Before, string? After)
{
    /// <summary>The path without the counts of repeated elements.</summary>
    public string Field => Counts().Replace(Path, string.Empty);

    public static IReadOnlyList<Difference> Between(XElement original, XElement made)
    {
        var (before, after) = (InvoiceFieldsOf.Read(original), InvoiceFieldsOf.Read(made));
        return
        [
            .. before.Where(field => !after.ContainsKey(field.Key)).Select(field => new Difference(Change.Lost, field.Key, field.Value, null)),
            .. after.Where(field => !before.ContainsKey(field.Key)).Select(field => new Difference(Change.Added, field.Key, null, field.Value)),
            .. before.Where(field => after.TryGetValue(field.Key, out var value) && value != field.Value).Select(field => new Difference(Change.Changed, field.Key, field.Value, after[field.Key])),
        ];
    }

    public override string ToString() => $"{Change} {Path}: {Before ?? "-"} -> {After ?? "-"}";

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Counts();
}
