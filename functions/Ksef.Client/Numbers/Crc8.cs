namespace Ksef.Client;

/// <summary>CRC-8 with polynomial 0x07 and initial value 0, the checksum at the end of KSeF's numbers.</summary>
internal static class Crc8
{
    private const int Polynomial = 0x07;

    public static byte Compute(ReadOnlySpan<char> ascii)
    {
        var crc = 0;
        foreach (var character in ascii)
        {
            crc ^= character & 0xFF;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80) != 0 ? ((crc << 1) ^ Polynomial) & 0xFF : (crc << 1) & 0xFF;
            }
        }

        return (byte)crc;
    }

    public static bool Matches(ReadOnlySpan<char> ascii, ReadOnlySpan<char> twoHexDigits) =>
        byte.TryParse(twoHexDigits, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var expected)
        && Compute(ascii) == expected;
}
