namespace Ksef.Mapping.Exact;

/// <summary>What came of reading a text as a number.</summary>
/// <param name="Outcome">Whether it is one.</param>
/// <param name="Value">The number; of two readings the one with decimals.</param>
/// <param name="Other">Of two readings the one with thousands.</param>
/// <param name="Suffix">What stands after the number, such as <c>zł</c> or <c>%</c>.</param>
internal readonly record struct NumberReading(NumberOutcome Outcome, decimal Value = 0, decimal Other = 0, string Suffix = "")
{
    public static NumberReading None => new(NumberOutcome.NoNumber);
}
