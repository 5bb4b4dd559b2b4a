using System.Globalization;
using System.Text;

namespace Ksef.Invoices.Rules;

/// <summary>The checksum of a KSeF number: CRC-8, polynomial 0x07, over its first 32 characters (KSeF API documentation, "Numer KSeF").</summary>
internal static class KsefNumberChecksum
{
    private const int Length = 35;
    private const int Covered = 32;

    /// <summary>False only when it has the length of a KSeF 2.0 number and another checksum. Older numbers and other forms are left to the schema.</summary>
    public static bool IsPlausible(string number) =>
        number.Length != Length
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
