using System.Globalization;

namespace KsefSimulator.Tests.Architecture.Circle.Below;

/// <summary>Used by the others, and uses none of them.</summary>
internal static class Plain
{
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
