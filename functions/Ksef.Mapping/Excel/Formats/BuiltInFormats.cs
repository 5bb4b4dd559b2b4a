namespace Ksef.Mapping.Excel.Formats;

/// <summary>
/// Formats that workbooks name by number without writing them down (ECMA-376, part 1, 18.8.30). Those of 27 to 36 and 50 to 58 are dates of East Asian
/// Excel and free elsewhere.
/// </summary>
internal static class BuiltInFormats
{
    public static NumberFormat Of(int number) => number switch
    {
        9 or 10 => new(NumberFormatKind.Percent, 1),
        14 or 15 or 16 or 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(NumberFormatKind.Date, 0),
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or 45 or 46 or 47 or 55 or 56 => new(NumberFormatKind.Time, 0),
        _ => NumberFormat.General,
    };
}
