using System.Security.Cryptography.Xml;
using System.Xml;
using System.Xml.Linq;

namespace Ksef.Client;

/// <summary>Exclusive XML Canonicalization 1.0 without comments.</summary>
internal static class ExclusiveCanonicalization
{
    public const string Algorithm = SignedXml.XmlDsigExcC14NTransformUrl;

    /// <summary>
    /// The canonical bytes of an element. Exclusive canonicalization takes nothing from the ancestors, so an element on its own gives the
    /// same bytes as in its document.
    /// </summary>
    public static byte[] Canonicalize(XElement element)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var reader = element.CreateReader())
        {
            document.Load(reader);
        }

        var transform = new XmlDsigExcC14NTransform(includeComments: false);
        transform.LoadInput(document);
        using var canonical = (MemoryStream)transform.GetOutput(typeof(Stream));
        return canonical.ToArray();
    }
}
