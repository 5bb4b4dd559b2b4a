using System.Security.Cryptography;
using System.Text.RegularExpressions;
using KsefSimulator.Time;

namespace KsefSimulator.Numbers;

/// <summary>Issues KSeF numbers: 35 characters <c>NIP-YYYYMMDD-12HEX-CRC8</c>, the NIP being the seller's.</summary>
internal sealed partial class KsefNumbers(TimeProvider time)
{
    private const int CheckedLength = 32;
    private long _last = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));

    public string Next(string sellerNip)
    {
        // Odd multiplier modulo 2^48: successive numbers look unrelated and never repeat.
        var technical = unchecked((ulong)Interlocked.Increment(ref _last) * 0x5DEECE66DUL) & 0xFFFF_FFFF_FFFF;
        var body = $"{sellerNip}-{time.WarsawNow():yyyyMMdd}-{technical:X12}";
        return $"{body}-{Crc8.Of(body)}";
    }

    public static bool IsWellFormed(string text) =>
        Shape().IsMatch(text) && (text.Length != 35 || Crc8.Of(text.AsSpan(0, CheckedLength)) == text[^2..]);

    [GeneratedRegex(@"^[1-9](\d[1-9]|[1-9]\d)\d{7}-20[2-9]\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}$")]
    private static partial Regex Shape();
}
