using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Ksef.Client;

/// <summary>
/// The number under which KSeF keeps an operation: a session, an invoice in a session, a UPO page, an authentication. 36 characters,
/// <c>YYYYMMDD-KIND-10HEX-10HEX-CRC</c>. Source: KSeF API 2.6, schema ReferenceNumber; the CRC-8 over the first 33 characters is not
/// documented but holds for every real number seen.
/// </summary>
[JsonConverter(typeof(GivenNumberJsonConverter<ReferenceNumber>))]
public readonly partial record struct ReferenceNumber : IGivenNumber<ReferenceNumber>
{
    private const int Length = 36;
    private const int ChecksumLength = 2;
    private readonly string? _value;

    private ReferenceNumber(string value) => _value = value;

    /// <summary>The number as KSeF writes it; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether form and CRC-8 checksum are right. Numbers that KSeF itself sent are kept even when they are not.</summary>
    public bool IsValid => TryParse(_value, out _);

    /// <summary>
    /// What the number stands for: SO online session, SB batch session, EE invoice, EU UPO page, AU authentication, CR challenge.
    /// Empty when the number is not valid.
    /// </summary>
    public string Kind => IsValid ? Value[9..11] : string.Empty;

    /// <summary>Reads a number and checks form and checksum.</summary>
    /// <exception cref="FormatException">The text is not a reference number.</exception>
    public static ReferenceNumber Parse(string value) =>
        TryParse(value, out var number) ? number : throw new FormatException("This is not a KSeF reference number: its form or its checksum is wrong.");

    /// <summary>Reads a number and checks form and checksum.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, out ReferenceNumber number)
    {
        if (value is not null && Form().IsMatch(value) && HasDate(value)
            && Crc8.Matches(value.AsSpan(0, Length - ChecksumLength - 1), value.AsSpan(Length - ChecksumLength)))
        {
            number = new ReferenceNumber(value);
            return true;
        }

        number = default;
        return false;
    }

    /// <summary>The number as KSeF writes it.</summary>
    public override string ToString() => Value;

    /// <summary>Takes what KSeF sent without judging it: the checksum is an observation, and a session must not be lost over it.</summary>
    public static ReferenceNumber FromKsef(string value) => new(value);

    private static bool HasDate(string value) =>
        DateOnly.TryParseExact(value.AsSpan(0, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"\A[0-9]{8}-[A-Z]{2}-[0-9A-F]{10}-[0-9A-F]{10}-[0-9A-F]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
