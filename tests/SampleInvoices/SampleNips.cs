using System.Globalization;

namespace SampleInvoices;

/// <summary>NIPs with a right checksum that nobody takes for a real company's.</summary>
public static class SampleNips
{
    public const string Seller = "1111111111";
    public const string Buyer = "2222222222";
    public const string Farmer = "3333333333";
    public const string Stranger = "4444444444";
    public const string PublicBody = "5555555555";

    /// <summary>Ten digits in the right form whose checksum is wrong.</summary>
    public const string WrongChecksum = "1111111112";

    private static readonly int[] Weights = [6, 5, 7, 2, 3, 4, 5, 6, 7];

    /// <summary>The NIP with the given number, another one for each number from 0 to 999,999.</summary>
    public static string At(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 999_999);
        var tail = number.ToString("D6", CultureInfo.InvariantCulture);
        // A remainder of 10 has no check digit; the other prefix moves the remainder by 7.
        return WithCheckDigit("999" + tail) ?? WithCheckDigit("998" + tail)!;
    }

    private static string? WithCheckDigit(string nine)
    {
        var remainder = nine.Select((digit, index) => (digit - '0') * Weights[index]).Sum() % 11;
        return remainder == 10 ? null : nine + remainder.ToString(CultureInfo.InvariantCulture);
    }
}
