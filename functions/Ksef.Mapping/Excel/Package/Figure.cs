using System.Globalization;

namespace Ksef.Mapping.Excel.Package;

/// <summary>Numbers in sentences, in groups of three.</summary>
internal static class Figure
{
    private static readonly NumberFormatInfo WithSpaces = new() { NumberGroupSeparator = " " };

    public static string Of(long number) => number.ToString("N0", WithSpaces);
}
