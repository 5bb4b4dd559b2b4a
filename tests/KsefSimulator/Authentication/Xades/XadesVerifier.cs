using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using KsefSimulator.Http;

namespace KsefSimulator.Authentication.Xades;

/// <summary>
/// Verifies a XAdES signature: every reference digest, the signature value, that the references cover both the content and the
/// signed properties, and that the signed properties name the signing certificate. A signature without references proves nothing and is refused.
/// </summary>
internal static class XadesVerifier
{
    /// <returns>The certificate whose key made the signature.</returns>
    /// <exception cref="KsefRefusal">9105 the signature is not valid; 21115 no usable certificate in it.</exception>
    public static X509Certificate2 Verify(SignedDocument signed)
    {
        var signedInfo = signed.Signature.Child("SignedInfo");
        var signedProperties = SignedProperties(signed.Signature);
        var certificate = SigningCertificate(signed.Signature, signedProperties);
        try
        {
            VerifyValue(signed.Signature, signedInfo, certificate);
            VerifyReferences(signed, signedInfo, signedProperties);
            return certificate;
        }
        catch
        {
            certificate.Dispose();
            throw;
        }
    }

    private static void VerifyValue(XmlElement signature, XmlElement signedInfo, X509Certificate2 certificate)
    {
        var canonicalization = signedInfo.Child("CanonicalizationMethod").GetAttribute("Algorithm");
        var method = signedInfo.Child("SignatureMethod").GetAttribute("Algorithm");
        var value = signature.Child("SignatureValue").Base64Text();
        if (!Canonicalizer.Knows(canonicalization)
            || !SignatureAlgorithm.Verify(method, certificate, Canonicalizer.Canonicalize(signedInfo, canonicalization), value))
        {
            throw Refusals.InvalidSignature();
        }
    }

    private static void VerifyReferences(SignedDocument signed, XmlElement signedInfo, XmlElement signedProperties)
    {
        var references = signedInfo.Children("Reference").Select(element => new SignatureReference(signed, element)).ToList();
        if (!references.Any(reference => reference.Target == signed.Content || Contains(reference.Target, signed.Content)))
        {
            throw Refusals.InvalidSignature("Podpis nie obejmuje dokumentu.");
        }

        if (!references.Any(reference => reference.Target == signedProperties))
        {
            throw Refusals.InvalidSignature("Podpis nie obejmuje właściwości podpisu (SignedProperties).");
        }

        if (!references.All(reference => reference.HasRightDigest()))
        {
            throw Refusals.InvalidSignature();
        }
    }

    // An enveloping signature may refer to the ds:Object around the content, never to itself.
    private static bool Contains(XmlElement holder, XmlElement content) =>
        holder.LocalName == "Object" && holder.NamespaceURI == XmlNames.Signature && content.ParentNode == holder;

    private static XmlElement SignedProperties(XmlElement signature)
    {
        var qualifying = signature.Children("Object")
            .SelectMany(holder => holder.Children("QualifyingProperties", XmlNames.Xades))
            .ToList();
        if (qualifying.Count != 1)
        {
            throw Refusals.InvalidSignature("Brak właściwości podpisu XAdES.");
        }

        var target = qualifying[0].GetAttribute("Target");
        var id = signature.GetAttribute("Id");
        return target == "#" + id
            ? qualifying[0].Child("SignedProperties", XmlNames.Xades)
            : throw Refusals.InvalidSignature("Właściwości podpisu wskazują inny podpis.");
    }

    private static X509Certificate2 SigningCertificate(XmlElement signature, XmlElement signedProperties)
    {
        var properties = signedProperties.Child("SignedSignatureProperties", XmlNames.Xades);
        var named = (properties.ChildOrDefault("SigningCertificate", XmlNames.Xades) ?? properties.Child("SigningCertificateV2", XmlNames.Xades))
            .Child("Cert", XmlNames.Xades)
            .Child("CertDigest", XmlNames.Xades);
        var method = named.Child("DigestMethod").GetAttribute("Algorithm");
        var digest = named.Child("DigestValue").Base64Text();

        foreach (var encoded in signature.ChildOrDefault("KeyInfo")?.Children("X509Data").SelectMany(data => data.Children("X509Certificate")) ?? [])
        {
            var bytes = encoded.Base64Text();
            if (SignatureAlgorithm.Digest(method, bytes) is { } actual && actual.AsSpan().SequenceEqual(digest))
            {
                return Load(bytes);
            }
        }

        throw Refusals.InvalidCertificate();
    }

    private static X509Certificate2 Load(byte[] bytes)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (CryptographicException)
        {
            throw Refusals.InvalidCertificate();
        }
    }
}
