namespace Ksef.Mapping.Exact;

/// <summary>Numbers of a workbook are binary: a sum of amounts may be off in the tenth decimal. Such a trace is taken off, a real further decimal is not.</summary>
internal static class NumberNoise
{
    private const decimal Trace = 0.00000001m;

    public static decimal Without(decimal number, FieldKind kind)
    {
        var rounded = decimal.Round(number, FieldLimits.DecimalsOf(kind), MidpointRounding.AwayFromZero);
        return Math.Abs(number - rounded) < Trace ? rounded : number;
    }
}
