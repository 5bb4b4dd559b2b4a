namespace Ksef.Mapping.Interpretation;

/// <summary>The part of an EU VAT number after its country (FA(3) TNrVatUE).</summary>
internal static class EuNumber
{
    public static bool IsPlausible(string number) =>
        number.Length is >= 2 and <= 12 && number.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character) || character is '+' or '*') && number.Any(char.IsAsciiDigit);
}
