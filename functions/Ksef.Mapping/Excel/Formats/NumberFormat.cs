namespace Ksef.Mapping.Excel.Formats;

/// <summary>A number format, as far as it changes what a person reads.</summary>
/// <param name="Kind">What it makes of a number.</param>
/// <param name="MinimumDigits">Digits before the decimal sign that are shown even when they are leading zeros, such as ten of <c>0000000000</c>.</param>
internal readonly record struct NumberFormat(NumberFormatKind Kind, int MinimumDigits)
{
    /// <summary>The format of cells without one.</summary>
    public static NumberFormat General => default;
}
