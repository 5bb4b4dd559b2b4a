using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ksef.Client;

/// <summary>
/// Writes a distinguished name as XML signatures want it. .NET's own text is for people: its keywords and quotes are not those of the
/// standard, and other readers stumble over them. Source: RFC 4514, section 2; XML Signature 1.1, 4.5.4.1.
/// </summary>
internal static class Rfc4514Name
{
    private const string Special = "\"+,;<>\\";

    // The keywords that every reader has to know; other types are written as numbers.
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["2.5.4.3"] = "CN",
        ["2.5.4.6"] = "C",
        ["2.5.4.7"] = "L",
        ["2.5.4.8"] = "ST",
        ["2.5.4.9"] = "STREET",
        ["2.5.4.10"] = "O",
        ["2.5.4.11"] = "OU",
        ["0.9.2342.19200300.100.1.1"] = "UID",
        ["0.9.2342.19200300.100.1.25"] = "DC",
    };

    public static string Of(X500DistinguishedName name)
    {
        var relativeNames = new AsnReader(name.RawData, AsnEncodingRules.BER).ReadSequence();
        List<string> written = [];
        while (relativeNames.HasData)
        {
            written.Add(RelativeName(relativeNames.ReadSetOf()));
        }

        // The text begins with what the certificate names last.
        written.Reverse();
        return string.Join(',', written);
    }

    private static string RelativeName(AsnReader attributes)
    {
        List<string> written = [];
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            var type = attribute.ReadObjectIdentifier();
            written.Add(Keywords.TryGetValue(type, out var keyword)
                ? $"{keyword}={Value(attribute)}"
                : $"{type}={Encoded(attribute.PeekEncodedValue())}");
        }

        return string.Join('+', written);
    }

    private static string Value(AsnReader attribute)
    {
        var encoded = attribute.PeekEncodedValue();
        try
        {
            return Escaped(attribute.ReadCharacterString((UniversalTagNumber)attribute.PeekTag().TagValue));
        }
        catch (Exception exception) when (exception is AsnContentException or ArgumentException)
        {
            // No text, or one with letters that its kind of text does not have.
            return Encoded(encoded);
        }
    }

    private static string Encoded(ReadOnlyMemory<byte> value) => $"#{Convert.ToHexString(value.Span)}";

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder();
        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (char.IsControl(character))
            {
                AppendOctets(escaped, character);
                continue;
            }

            var isMark = index == 0 && character == '#';
            var isOuterSpace = (index == 0 || index == value.Length - 1) && character == ' ';
            escaped.Append(isMark || isOuterSpace || Special.Contains(character) ? "\\" : "").Append(character);
        }

        return escaped.ToString();
    }

    // XML takes hardly any of the control characters.
    private static void AppendOctets(StringBuilder escaped, char character)
    {
        foreach (var octet in Encoding.UTF8.GetBytes([character]))
        {
            escaped.Append(CultureInfo.InvariantCulture, $"\\{octet:X2}");
        }
    }
}
