using System.Text;
using System.Xml;
using KsefSimulator.Http;

namespace KsefSimulator.Authentication.Xades;

/// <summary>An XML document with exactly one signature, enveloped in its root or enveloping it.</summary>
internal sealed class SignedDocument
{
    private SignedDocument(XmlDocument document, XmlElement signature, XmlElement content)
    {
        Document = document;
        Signature = signature;
        Content = content;
    }

    public XmlDocument Document { get; }

    public XmlElement Signature { get; }

    /// <summary>The element that the signature must cover: the root, or the one inside the signature's Object.</summary>
    public XmlElement Content { get; }

    /// <summary>Reads the bytes without DTDs or external entities.</summary>
    /// <exception cref="KsefRefusal">21217 not UTF-8; 21001 not XML; 9102 no signature; 9103 more than one; 9101 any other place for it.</exception>
    public static SignedDocument Parse(byte[] bytes, string contentName)
    {
        var document = Load(bytes);
        var signatures = document.GetElementsByTagName("Signature", XmlNames.Signature);
        if (signatures.Count != 1)
        {
            throw signatures.Count == 0 ? Refusals.SignatureMissing() : Refusals.TooManySignatures();
        }

        var root = document.DocumentElement!;
        var signature = (XmlElement)signatures[0]!;
        var content = signature == root ? EnvelopedBy(root, contentName) : signature.ParentNode == root ? root : null;
        return content is not null && content.LocalName == contentName
            ? new SignedDocument(document, signature, content)
            : throw Refusals.InvalidDocument();
    }

    // Two of them is how a signature gets wrapped around something else.
    private static XmlElement? EnvelopedBy(XmlElement signature, string contentName) => signature.ChildNodes
        .OfType<XmlElement>()
        .Where(child => child.LocalName == "Object" && child.NamespaceURI == XmlNames.Signature)
        .SelectMany(holder => holder.ChildNodes.OfType<XmlElement>())
        .Where(element => element.LocalName == contentName)
        .ToList() is [var only] ? only : null;

    private static XmlDocument Load(byte[] bytes)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 };
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF')), settings);
            document.Load(reader);
            return document;
        }
        catch (DecoderFallbackException)
        {
            throw Refusals.InvalidEncoding();
        }
        catch (XmlException)
        {
            throw Refusals.UnreadableContent();
        }
    }
}
