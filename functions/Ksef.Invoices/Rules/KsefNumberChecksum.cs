using System.Globalization;
using System.Text;

namespace Ksef.Invoices.Rules;

/// <summary>
/// The checksum of a KSeF number: CRC-8, polynomial 0x07, over its first 32 characters (KSeF API documentation, "Numer KSeF"). KSeF 1.0 gave its numbers
/// another one, by a rule that is not published; corrections name them for years to come (CIRFMF/ksef-api#55).
/// </summary>
internal static class KsefNumberChecksum
{
    private const int Length = 35;
    private const int Covered = 32;
    private static readonly DateOnly FirstDayOfKsef2 = new(2026, 2, 1);

    /// <summary>False only when KSeF 2.0 must have given it, by its length and day, and the checksum is another. Other forms are left to the schema.</summary>
    public static bool IsPlausible(string number) =>
        number.Length != Length
        || !DateOnly.TryParseExact(number.AsSpan(11, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        || day < FirstDayOfKsef2
        || !byte.TryParse(number.AsSpan(Length - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var checksum)
        || checksum == Of(Encoding.UTF8.GetBytes(number[..Covered]));

    private static byte Of(ReadOnlySpan<byte> data)
    {
        byte crc = 0;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (byte)((crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1);
            }
        }

        return crc;
    }
}
