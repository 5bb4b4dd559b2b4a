using System.Security.Cryptography;
using System.Text.RegularExpressions;
using KsefSimulator.Time;

namespace KsefSimulator.Numbers;

/// <summary>Issues KSeF numbers: 35 characters <c>NIP-YYYYMMDD-12HEX-CRC8</c>, the NIP being the seller's.</summary>
internal sealed partial class KsefNumbers(TimeProvider time)
{
    private const int Length = 35;
    private const int CheckedLength = 32;
    private const string FirstDayOfKsef2 = "20260201";
    private long _last = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));

    public string Next(string sellerNip)
    {
        // Odd multiplier modulo 2^48: successive numbers look unrelated and never repeat.
        var technical = unchecked((ulong)Interlocked.Increment(ref _last) * 0x5DEECE66DUL) & 0xFFFF_FFFF_FFFF;
        var body = $"{sellerNip}-{time.WarsawNow():yyyyMMdd}-{technical:X12}";
        return $"{body}-{Crc8.Of(body)}";
    }

    /// <summary>Whether it has the form of a KSeF number and, if KSeF 2.0 gave it, the right check byte. That of KSeF 1.0 follows a rule that is not published.</summary>
    public static bool IsWellFormed(string text) =>
        Shape().IsMatch(text) && (IsOfFirstKsef(text) || Crc8.Of(text.AsSpan(0, CheckedLength)) == text[^2..]);

    private static bool IsOfFirstKsef(string text) =>
        text.Length != Length || text.AsSpan(11, FirstDayOfKsef2.Length).SequenceCompareTo(FirstDayOfKsef2) < 0;

    [GeneratedRegex(@"^[1-9](\d[1-9]|[1-9]\d)\d{7}-20[2-9]\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}$")]
    private static partial Regex Shape();
}
