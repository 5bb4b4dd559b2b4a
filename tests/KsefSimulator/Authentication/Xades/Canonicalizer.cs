using System.Security.Cryptography.Xml;
using System.Xml;

namespace KsefSimulator.Authentication.Xades;

/// <summary>Canonical octets of an element where it stands, with the namespaces it inherits (Canonical XML 1.0 and 1.1, Exclusive 1.0).</summary>
internal static class Canonicalizer
{
    public static bool Knows(string algorithm) => Family(algorithm) is XmlNames.Canonical or XmlNames.Canonical11 or XmlNames.ExclusiveCanonical;

    public static byte[] Canonicalize(XmlElement element, string algorithm, string? inclusivePrefixes = null)
    {
        var alone = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var copy = (XmlElement)alone.ImportNode(element, deep: true);
        alone.AppendChild(copy);
        InheritNamespaces(element, copy);

        Transform transform = Family(algorithm) == XmlNames.ExclusiveCanonical
            ? new XmlDsigExcC14NTransform(inclusivePrefixes ?? string.Empty)
            : new XmlDsigC14NTransform();
        transform.LoadInput(alone);
        using var octets = (MemoryStream)transform.GetOutput(typeof(Stream));
        return octets.ToArray();
    }

    // References without an XPointer leave comments out, so both variants of an algorithm give the same octets here.
    private static string Family(string algorithm) =>
        algorithm.EndsWith(XmlNames.CommentsSuffix, StringComparison.Ordinal)
            ? algorithm[..^XmlNames.CommentsSuffix.Length].TrimEnd('#') is var bare && bare == XmlNames.ExclusiveCanonical.TrimEnd('#') ? XmlNames.ExclusiveCanonical : bare
            : algorithm;

    private static void InheritNamespaces(XmlElement original, XmlElement copy)
    {
        for (var ancestor = original.ParentNode as XmlElement; ancestor is not null; ancestor = ancestor.ParentNode as XmlElement)
        {
            foreach (XmlAttribute attribute in ancestor.Attributes)
            {
                var isNamespace = attribute.Name == "xmlns" || attribute.Prefix is "xmlns" or "xml";
                if (isNamespace && !copy.HasAttribute(attribute.Name))
                {
                    copy.SetAttributeNode((XmlAttribute)copy.OwnerDocument.ImportNode(attribute, deep: true));
                }
            }
        }
    }
}
