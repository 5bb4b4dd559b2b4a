using System.Security.Cryptography.X509Certificates;

namespace KsefFunctions.Certificates;

/// <summary>Attributes in the name of a certificate's subject or issuer.</summary>
internal static class DistinguishedName
{
    public const string CommonName = "2.5.4.3";
    public const string SerialNumber = "2.5.4.5";
    public const string OrganizationIdentifier = "2.5.4.97";

    /// <summary>The first value under an object identifier; null when the name has none.</summary>
    public static string? Attribute(this X500DistinguishedName name, string oid) => name.EnumerateRelativeDistinguishedNames()
        .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == oid)
        .Select(part => part.GetSingleElementValue())
        .FirstOrDefault();
}
