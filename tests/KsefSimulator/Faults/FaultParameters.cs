using System.Globalization;
using KsefSimulator.Time;

namespace KsefSimulator.Faults;

/// <summary>The parameters of a rule, as written: <c>count=2,probability=0.5,seed=7,for=30s</c>.</summary>
/// <param name="Count">How often; null: always.</param>
/// <param name="Probability">How likely each trial is to strike.</param>
/// <param name="Seed">Which trials strike.</param>
/// <param name="Duration">Null: what the catalogue says.</param>
internal sealed record FaultParameters(int? Count, double Probability = 1, int Seed = 0, TimeSpan? Duration = null)
{
    /// <param name="text">Name, colon, parameters.</param>
    /// <param name="alwaysByDefault">Whether a rule that does not say how often it strikes always strikes, whatever the catalogue says.</param>
    /// <exception cref="FormatException">Unknown name, unknown parameter or a value out of range.</exception>
    public static (FaultDefinition Fault, FaultParameters Parameters) Parse(string text, bool alwaysByDefault = false)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim();
        var fault = FaultCatalogue.Find(name) ?? throw new FormatException($"Unknown fault '{name}'. Did you mean '{NearestName.Of(name, [.. FaultCatalogue.All.Select(known => known.Name)])}'?");
        var parameters = new FaultParameters(alwaysByDefault ? null : fault.Count);
        foreach (var parameter in colon < 0 ? [] : text[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (key, value) = parameter.Split('=', 2) is [var left, var right] ? (left, right) : throw new FormatException($"Fault parameter '{parameter}' has no value.");
            parameters = parameters.With(key, value);
        }

        return (fault, parameters);
    }

    private FaultParameters With(string key, string value) => key switch
    {
        "count" when value == "all" => this with { Count = null },
        "count" => this with { Count = Whole(value) is { } count and >= 1 ? count : throw OutOfRange(key, value, "a whole number from 1, or all") },
        "probability" => this with { Probability = Fraction(value) ?? throw OutOfRange(key, value, "from 0 to 1") },
        "seed" => this with { Seed = Whole(value) ?? throw OutOfRange(key, value, "a whole number") },
        "for" => this with { Duration = Durations.Parse(value) },
        _ => throw new FormatException($"Unknown fault parameter '{key}'."),
    };

    private static int? Whole(string value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Fraction(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1 ? number : null;

    private static FormatException OutOfRange(string key, string value, string allowed) => new($"Fault parameter '{key}={value}' must be {allowed}.");
}
