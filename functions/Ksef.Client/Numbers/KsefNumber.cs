using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ksef.Client;

/// <summary>
/// The number that KSeF gives to an accepted invoice: <c>NIP-YYYYMMDD-12HEX-CRC</c>, 35 characters, NIP of the seller (Podmiot1) and day
/// of acceptance. The 36-character form of KSeF 1.0, with a dash inside the twelve digits, is accepted too; its checksum rule is not
/// published and is not checked. Source: KSeF API 2.6, schema KsefNumber.
/// </summary>
[JsonConverter(typeof(KsefNumberJsonConverter))]
public readonly partial record struct KsefNumber
{
    private const int Length = 35;
    private const int ChecksumLength = 2;
    private readonly string? _value;

    private KsefNumber(string value) => _value = value;

    /// <summary>The number as KSeF writes it; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether form and CRC-8 checksum are right. Numbers that KSeF itself sent are kept even when they are not.</summary>
    public bool IsValid => TryParse(_value, out _);

    /// <summary>NIP of the seller: the first ten digits. Empty when the number is not valid.</summary>
    public string SellerNip => IsValid ? Value[..10] : string.Empty;

    /// <summary>Reads a number and checks form and checksum.</summary>
    /// <exception cref="FormatException">The text is not a KSeF number.</exception>
    public static KsefNumber Parse(string value) =>
        TryParse(value, out var number) ? number : throw new FormatException("This is not a KSeF number: its form or its checksum is wrong.");

    /// <summary>Reads a number and checks form and checksum.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out KsefNumber number)
    {
        if (value is not null && Form().IsMatch(value) && HasDate(value) && HasChecksum(value))
        {
            number = new KsefNumber(value);
            return true;
        }

        number = default;
        return false;
    }

    /// <summary>The number as KSeF writes it.</summary>
    public override string ToString() => Value;

    /// <summary>Takes what KSeF sent without judging it: a page of a thousand invoices must not become unreadable for one odd number.</summary>
    internal static KsefNumber FromKsef(string value) => new(value);

    private static bool HasDate(string value) =>
        DateOnly.TryParseExact(value.AsSpan(11, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool HasChecksum(string value) =>
        value.Length != Length || Crc8.Matches(value.AsSpan(0, Length - ChecksumLength - 1), value.AsSpan(Length - ChecksumLength));

    [GeneratedRegex(@"\A[1-9](?:[0-9][1-9]|[1-9][0-9])[0-9]{7}-[0-9]{8}-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
