using System.Security.Cryptography;
using KsefSimulator.Time;

namespace KsefSimulator.Numbers;

/// <summary>Issues reference numbers: 36 characters <c>YYYYMMDD-XX-10HEX-10HEX-CRC8</c>.</summary>
internal sealed class ReferenceNumbers(TimeProvider time)
{
    public const int Length = 36;
    private const int CheckedLength = 34;

    public string Next(string kind)
    {
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        var hex = Convert.ToHexString(random);
        var body = $"{time.WarsawNow():yyyyMMdd}-{kind}-{hex[..10]}-{hex[10..]}";
        return $"{body}-{Crc8.Of(body)}";
    }

    /// <summary>Whether the text has the shape and the check byte of a reference number.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: Length } && text[CheckedLength - 1] == '-' && Crc8.Of(text.AsSpan(0, CheckedLength - 1)) == text[CheckedLength..];
}
