using System.Xml;
using KsefSimulator.Http;

namespace KsefSimulator.Authentication.Xades;

/// <summary>One <c>ds:Reference</c>: which element it covers, and whether its digest is right.</summary>
internal sealed class SignatureReference(SignedDocument signed, XmlElement reference)
{
    private const string EnvelopedAsXPath = "not(ancestor-or-self::ds:Signature)";

    /// <summary>The element referred to, in the document as received.</summary>
    public XmlElement Target { get; } = Resolve(signed.Document, reference.GetAttribute("URI"));

    public bool HasRightDigest()
    {
        var method = reference.Child("DigestMethod").GetAttribute("Algorithm");
        var announced = reference.Child("DigestValue").Base64Text();
        return SignatureAlgorithm.Digest(method, Octets()) is { } actual && actual.AsSpan().SequenceEqual(announced);
    }

    private byte[] Octets()
    {
        var algorithm = XmlNames.Canonical;
        string? prefixes = null;
        var withoutSignature = false;
        foreach (var transform in reference.ChildOrDefault("Transforms")?.Children("Transform") ?? [])
        {
            var name = transform.GetAttribute("Algorithm");
            if (IsEnveloped(name, transform))
            {
                withoutSignature = true;
            }
            else if (Canonicalizer.Knows(name))
            {
                algorithm = name;
                prefixes = transform.ChildNodes.OfType<XmlElement>().FirstOrDefault(child => child.LocalName == "InclusiveNamespaces")?.GetAttribute("PrefixList");
            }
            else
            {
                // Anything that could leave parts of the document out of the digest is refused.
                throw Refusals.InvalidSignature($"Niedozwolona transformata: {name}.");
            }
        }

        return Canonicalizer.Canonicalize(Prepared(withoutSignature), algorithm, prefixes);
    }

    private static bool IsEnveloped(string name, XmlElement transform) =>
        name == XmlNames.EnvelopedTransform
        || (name == XmlNames.XPathTransform && transform.ChildOrDefault("XPath")?.InnerText.Trim() == EnvelopedAsXPath);

    private XmlElement Prepared(bool withoutSignature)
    {
        var uri = reference.GetAttribute("URI");
        var copy = (XmlDocument)signed.Document.CloneNode(deep: true);
        foreach (var comment in copy.SelectNodes("//comment()")!.OfType<XmlNode>().ToList())
        {
            comment.ParentNode!.RemoveChild(comment);
        }

        var target = Resolve(copy, uri);
        if (withoutSignature)
        {
            var signature = copy.GetElementsByTagName("Signature", XmlNames.Signature)[0]!;
            if (signature == target || signature.ParentNode is null)
            {
                throw Refusals.InvalidSignature();
            }

            signature.ParentNode.RemoveChild(signature);
        }

        return target;
    }

    private static XmlElement Resolve(XmlDocument document, string uri)
    {
        if (uri.Length == 0)
        {
            return document.DocumentElement!;
        }

        var id = uri.StartsWith('#') ? uri[1..] : throw Refusals.InvalidSignature();
        var matches = document.GetElementsByTagName("*").OfType<XmlElement>()
            .Where(element => element.GetAttribute("Id") == id || element.GetAttribute("ID") == id || element.GetAttribute("id") == id)
            .Take(2)
            .ToList();

        // Two elements with one Id is how a signature gets wrapped around something else.
        return matches.Count == 1 ? matches[0] : throw Refusals.InvalidSignature();
    }
}
