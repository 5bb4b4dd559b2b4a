using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace KsefSimulator.Upo;

/// <summary>
/// Writes the issuer of the seal's own certificate as XML signatures want it (RFC 4514, section 2). .NET's own text has spaces and quotes that
/// other readers stumble over.
/// </summary>
internal static class IssuerName
{
    private const string Special = "\"+,;<>\\";

    public static string Of(X500DistinguishedName name) => string.Join(',', name.EnumerateRelativeDistinguishedNames().Select(RelativeName));

    private static string RelativeName(X500RelativeDistinguishedName relative)
    {
        var type = relative.GetSingleElementType();
        var keyword = type.Value switch
        {
            "2.5.4.3" => "CN",
            "2.5.4.6" => "C",
            "2.5.4.10" => "O",
            _ => throw new InvalidOperationException($"The seal's certificate names its issuer by {type.Value}, too."),
        };
        var escaped = new StringBuilder(keyword).Append('=');
        foreach (var character in relative.GetSingleElementValue() ?? string.Empty)
        {
            escaped.Append(Special.Contains(character) ? "\\" : string.Empty).Append(character);
        }

        return escaped.ToString();
    }
}
