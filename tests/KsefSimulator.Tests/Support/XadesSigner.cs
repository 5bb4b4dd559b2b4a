using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace KsefSimulator.Tests.Support;

/// <summary>Signs as clients do, with the framework's SignedXml; each property takes one thing away or does it another way.</summary>
internal sealed class XadesSigner(X509Certificate2 certificate)
{
    private const string Xades = "http://uri.etsi.org/01903/v1.3.2#";

    public bool Enveloping { get; init; }

    public string Canonicalization { get; init; } = SignedXml.XmlDsigExcC14NTransformUrl;

    public bool CoverDocument { get; init; } = true;

    public bool CoverProperties { get; init; } = true;

    public X509Certificate2? NamedCertificate { get; init; }

    public static string Request(string challenge, string nip, string version = "2.1", string subject = "certificateSubject") =>
        $"<AuthTokenRequest xmlns=\"http://ksef.mf.gov.pl/auth/token/{version}\"><Challenge>{challenge}</Challenge>"
        + $"<ContextIdentifier><Nip>{nip}</Nip></ContextIdentifier><SubjectIdentifierType>{subject}</SubjectIdentifierType></AuthTokenRequest>";

    public string Sign(string request)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(request);
        using AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey();
        var signed = new XadesSignedXml(document) { SigningKey = key };
        signed.Signature.Id = "Signature";
        signed.SignedInfo!.SignatureMethod = key is ECDsa ? EcdsaSignature.Method : SignedXml.XmlDsigRSASHA256Url;
        signed.SignedInfo.CanonicalizationMethod = Canonicalization;
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));

        AddProperties(signed);
        if (Enveloping)
        {
            var holder = new DataObject { Id = "Content", Data = document.SelectNodes("/*")! };
            signed.AddObject(holder);
        }

        if (CoverDocument)
        {
            signed.AddReference(DocumentReference());
        }

        if (CoverProperties || !CoverDocument)
        {
            signed.AddReference(CoverProperties ? PropertiesReference() : KeyInfoReference(signed));
        }

        signed.ComputeSignature();
        var signature = signed.GetXml();
        if (Enveloping)
        {
            return signature.OuterXml;
        }

        document.DocumentElement!.AppendChild(document.ImportNode(signature, deep: true));
        return document.OuterXml;
    }

    private Reference DocumentReference()
    {
        var reference = new Reference(Enveloping ? "#Content" : string.Empty) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        if (!Enveloping)
        {
            reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        }

        reference.AddTransform(Transform());
        return reference;
    }

    private Reference PropertiesReference()
    {
        var reference = new Reference("#SignedProperties") { DigestMethod = SignedXml.XmlDsigSHA256Url, Type = "http://uri.etsi.org/01903#SignedProperties" };
        reference.AddTransform(Transform());
        return reference;
    }

    // Something harmless that the framework accepts: a signature that covers neither document nor properties.
    private static Reference KeyInfoReference(SignedXml signed)
    {
        signed.KeyInfo.Id = "KeyInfo";
        var reference = new Reference("#KeyInfo") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigExcC14NTransform());
        return reference;
    }

    private Transform Transform() => Canonicalization == SignedXml.XmlDsigExcC14NTransformUrl ? new XmlDsigExcC14NTransform() : new XmlDsigC14NTransform();

    private void AddProperties(XadesSignedXml signed)
    {
        var digest = Convert.ToBase64String(SHA256.HashData((NamedCertificate ?? certificate).RawData));
        var text =
            $"<xades:QualifyingProperties xmlns:xades=\"{Xades}\" xmlns:ds=\"{SignedXml.XmlDsigNamespaceUrl}\" Target=\"#Signature\">"
            + "<xades:SignedProperties Id=\"SignedProperties\"><xades:SignedSignatureProperties>"
            + $"<xades:SigningTime>{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ssZ}</xades:SigningTime><xades:SigningCertificate><xades:Cert><xades:CertDigest>"
            + $"<ds:DigestMethod Algorithm=\"{SignedXml.XmlDsigSHA256Url}\" /><ds:DigestValue>{digest}</ds:DigestValue></xades:CertDigest>"
            + "<xades:IssuerSerial><ds:X509IssuerName>CN=any</ds:X509IssuerName><ds:X509SerialNumber>1</ds:X509SerialNumber></xades:IssuerSerial>"
            + "</xades:Cert></xades:SigningCertificate></xades:SignedSignatureProperties></xades:SignedProperties></xades:QualifyingProperties>";
        var properties = new XmlDocument { PreserveWhitespace = true };
        properties.LoadXml(text);
        signed.AddObject(new DataObject { Data = properties.SelectNodes("/*")! });
    }

    private sealed class XadesSignedXml(XmlDocument document) : SignedXml(document)
    {
        public override XmlElement? GetIdElement(XmlDocument? document, string idValue)
        {
            foreach (DataObject holder in Signature.ObjectList)
            {
                if (holder.Id == idValue || holder.GetXml().SelectSingleNode($"descendant::*[@Id='{idValue}']") is XmlElement)
                {
                    return (XmlElement?)(holder.Id == idValue ? holder.GetXml() : holder.GetXml().SelectSingleNode($"descendant::*[@Id='{idValue}']"));
                }
            }

            return idValue == KeyInfo.Id ? KeyInfo.GetXml() : base.GetIdElement(document, idValue);
        }
    }
}
