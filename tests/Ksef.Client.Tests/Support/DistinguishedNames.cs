using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Ksef.Client.Tests;

/// <summary>Names with any types and letters.</summary>
internal static class DistinguishedNames
{
    /// <param name="relativeNames">From the most particular to the country, each with its types, by number, and values.</param>
    public static X500DistinguishedName Of(params (string Type, string Value)[][] relativeNames)
    {
        // Not DER, which orders what stands in one place.
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            foreach (var attributes in relativeNames.Reverse())
            {
                using (writer.PushSetOf())
                {
                    foreach (var (type, value) in attributes)
                    {
                        using (writer.PushSequence())
                        {
                            writer.WriteObjectIdentifier(type);
                            writer.WriteCharacterString(UniversalTagNumber.UTF8String, value);
                        }
                    }
                }
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }
}
