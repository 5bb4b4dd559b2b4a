using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ksef.Client;

/// <summary>
/// The number that KSeF gives to an accepted invoice: <c>NIP-YYYYMMDD-12HEX-CRC</c>, 35 characters, NIP of the seller (Podmiot1) and day
/// of acceptance. Source: KSeF API 2.6, schema KsefNumber. Numbers of KSeF 1.0, written with a dash inside the twelve digits or without, are
/// accepted too; the rule of their checksum is not published, so it is not checked (CIRFMF/ksef-api#55).
/// </summary>
[JsonConverter(typeof(GivenNumberJsonConverter<KsefNumber>))]
public readonly partial record struct KsefNumber : IGivenNumber<KsefNumber>
{
    private const int Length = 35;
    private const int ChecksumLength = 2;
    private static readonly DateOnly FirstDayOfKsef2 = new(2026, 2, 1);
    private readonly string? _value;

    private KsefNumber(string value) => _value = value;

    /// <summary>The number as KSeF writes it; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether form and, in a number of KSeF 2.0, CRC-8 checksum are right. Numbers that KSeF itself sent are kept even when they are not.</summary>
    public bool IsValid => TryParse(_value, out _);

    /// <summary>NIP of the seller: the first ten digits. Empty when the number is not valid.</summary>
    public string SellerNip => IsValid ? Value[..10] : string.Empty;

    /// <summary>Reads a number and checks form and, if KSeF 2.0 gave it, checksum.</summary>
    /// <exception cref="FormatException">The text is not a KSeF number.</exception>
    public static KsefNumber Parse(string value) =>
        TryParse(value, out var number) ? number : throw new FormatException("This is not a KSeF number: its form or its checksum is wrong.");

    /// <summary>Reads a number and checks form and, if KSeF 2.0 gave it, checksum.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out KsefNumber number)
    {
        if (value is not null && Form().IsMatch(value) && Day(value) is { } day && (IsOfFirstKsef(value, day) || HasChecksum(value)))
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
    public static KsefNumber FromKsef(string value) => new(value);

    private static DateOnly? Day(string value) =>
        DateOnly.TryParseExact(value.AsSpan(11, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsOfFirstKsef(string value, DateOnly day) => value.Length != Length || day < FirstDayOfKsef2;

    private static bool HasChecksum(string value) =>
        Crc8.Matches(value.AsSpan(0, Length - ChecksumLength - 1), value.AsSpan(Length - ChecksumLength));

    [GeneratedRegex(@"\A[1-9](?:[0-9][1-9]|[1-9][0-9])[0-9]{7}-[0-9]{8}-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
