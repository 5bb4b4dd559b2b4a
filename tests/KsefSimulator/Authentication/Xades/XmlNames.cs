namespace KsefSimulator.Authentication.Xades;

/// <summary>Namespaces and identifiers of XML-DSig and XAdES.</summary>
internal static class XmlNames
{
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    public const string Xades = "http://uri.etsi.org/01903/v1.3.2#";
    public const string SignedPropertiesType = "http://uri.etsi.org/01903#SignedProperties";

    public const string EnvelopedTransform = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    public const string XPathTransform = "http://www.w3.org/TR/1999/REC-xpath-19991116";

    public const string Canonical = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    public const string Canonical11 = "http://www.w3.org/2006/12/xml-c14n11";
    public const string ExclusiveCanonical = "http://www.w3.org/2001/10/xml-exc-c14n#";
    public const string CommentsSuffix = "WithComments";

    public const string Sha256Digest = "http://www.w3.org/2001/04/xmlenc#sha256";
}
