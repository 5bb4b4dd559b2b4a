using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml.Linq;

namespace Ksef.Client;

/// <summary>
/// Signs a document with an enveloped XAdES-BES signature: exclusive canonicalization, SHA-256, digest of the signing certificate. Source:
/// KSeF API 2.6, POST /auth/xades-signature; ETSI TS 101 903 1.3.2.
/// </summary>
internal static class XadesSigner
{
    private const string SignatureId = "Signature";
    private const string SignedPropertiesId = "SignedProperties";
    private const string SignedPropertiesType = "http://uri.etsi.org/01903#SignedProperties";
    private static readonly XNamespace Ds = SignedXml.XmlDsigNamespaceUrl;
    private static readonly XNamespace Xades = "http://uri.etsi.org/01903/v1.3.2#";

    /// <summary>The signed document in UTF-8, without a byte order mark.</summary>
    /// <param name="document">Root element; stays as it is.</param>
    /// <param name="certificate">With its private key.</param>
    /// <param name="signingTime">Time of signing to state.</param>
    public static byte[] Sign(XElement document, X509Certificate2 certificate, DateTimeOffset signingTime)
    {
        using var method = SignatureMethod.Of(certificate);
        var signedProperties = SignedProperties(certificate, signingTime);
        var signedInfo = SignedInfo(method, document, signedProperties);
        var signature = Element(Ds, "Signature", new XAttribute("Id", SignatureId), new XAttribute(XNamespace.Xmlns + "ds", Ds), signedInfo);
        signature.Add(
            Element(Ds, "SignatureValue", Convert.ToBase64String(method.Sign(ExclusiveCanonicalization.Canonicalize(signedInfo)))),
            Element(Ds, "KeyInfo", Element(Ds, "X509Data", Element(Ds, "X509Certificate", Convert.ToBase64String(certificate.RawData)))),
            Element(Ds, "Object", Element(
                Xades,
                "QualifyingProperties",
                new XAttribute(XNamespace.Xmlns + "xades", Xades),
                new XAttribute("Target", "#" + SignatureId),
                signedProperties)));

        var signed = new XElement(document);
        signed.Add(signature);
        return Encoding.UTF8.GetBytes(signed.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement SignedInfo(SignatureMethod method, XElement document, XElement signedProperties) =>
        Prefixed(Element(
            Ds,
            "SignedInfo",
            Algorithm("CanonicalizationMethod", ExclusiveCanonicalization.Algorithm),
            Algorithm("SignatureMethod", method.Algorithm),
            Reference(document, [new XAttribute("URI", string.Empty)], SignedXml.XmlDsigEnvelopedSignatureTransformUrl, ExclusiveCanonicalization.Algorithm),
            Reference(
                signedProperties,
                [new XAttribute("Type", SignedPropertiesType), new XAttribute("URI", "#" + SignedPropertiesId)],
                ExclusiveCanonicalization.Algorithm)));

    private static XElement Reference(XElement target, XAttribute[] attributes, params string[] transforms) =>
        Element(
            Ds,
            "Reference",
            attributes,
            Element(Ds, "Transforms", transforms.Select(transform => Algorithm("Transform", transform))),
            Algorithm("DigestMethod", SignedXml.XmlDsigSHA256Url),
            Element(Ds, "DigestValue", Convert.ToBase64String(SHA256.HashData(ExclusiveCanonicalization.Canonicalize(target)))));

    private static XElement SignedProperties(X509Certificate2 certificate, DateTimeOffset signingTime) =>
        Prefixed(Element(
            Xades,
            "SignedProperties",
            new XAttribute("Id", SignedPropertiesId),
            Element(
                Xades,
                "SignedSignatureProperties",
                Element(Xades, "SigningTime", signingTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                Element(Xades, "SigningCertificate", Element(
                    Xades,
                    "Cert",
                    Element(
                        Xades,
                        "CertDigest",
                        Algorithm("DigestMethod", SignedXml.XmlDsigSHA256Url),
                        Element(Ds, "DigestValue", Convert.ToBase64String(certificate.GetCertHash(HashAlgorithmName.SHA256)))),
                    Element(
                        Xades,
                        "IssuerSerial",
                        Element(Ds, "X509IssuerName", Rfc4514Name.Of(certificate.IssuerName)),
                        Element(Ds, "X509SerialNumber", SerialNumber(certificate))))))));

    private static string SerialNumber(X509Certificate2 certificate) =>
        new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);

    /// <summary>Fixes the prefixes on the element itself: it is digested alone, and must look the same inside the signature.</summary>
    private static XElement Prefixed(XElement element)
    {
        element.Add(new XAttribute(XNamespace.Xmlns + "ds", Ds));
        if (element.Name.Namespace == Xades)
        {
            element.Add(new XAttribute(XNamespace.Xmlns + "xades", Xades));
        }

        return element;
    }

    private static XElement Algorithm(string name, string uri) => Element(Ds, name, new XAttribute("Algorithm", uri));

    private static XElement Element(XNamespace ns, string name, params object[] content) => new(ns + name, content);
}
