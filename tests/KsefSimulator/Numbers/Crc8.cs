using System.Text;

namespace KsefSimulator.Numbers;

/// <summary>The check byte of KSeF numbers and reference numbers: CRC-8 with polynomial 0x07 and initial value 0.</summary>
internal static class Crc8
{
    private static readonly byte[] Table = BuildTable();

    public static string Of(ReadOnlySpan<char> text)
    {
        Span<byte> ascii = stackalloc byte[64];
        var length = Encoding.ASCII.GetBytes(text, ascii);
        byte crc = 0;
        foreach (var octet in ascii[..length])
        {
            crc = Table[crc ^ octet];
        }

        return crc.ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] BuildTable()
    {
        var table = new byte[256];
        for (var value = 0; value < table.Length; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1;
            }

            table[value] = (byte)crc;
        }

        return table;
    }
}
