using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KsefSimulator.PublicKeys;

namespace KsefSimulator.Upo;

/// <summary>
/// Signs a UPO as KSeF does: XAdES, enveloped, inclusive canonicalization, RSA-SHA256. All parts are written in canonical form, and the same
/// UPO always gets the same signature, so it need not be kept.
/// </summary>
internal sealed class UpoSeal : IDisposable
{
    public const string Usage = "UpoSeal";
    private const string SignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";
    private const string XadesNamespace = "http://uri.etsi.org/01903/v1.3.2#";
    private const string Canonicalization = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private const string Sha256Digest = "http://www.w3.org/2001/04/xmlenc#sha256";

    // The namespaces in scope, which inclusive canonicalization repeats on an element taken out of its place.
    private const string InScope = $" xmlns=\"{UpoDocument.Namespace}\" xmlns:ds=\"{SignatureNamespace}\"";
    private const string InScopeOfXades = $"{InScope} xmlns:xades=\"{XadesNamespace}\"";

    private readonly RSA _key;
    private readonly string _certificate;
    private readonly string _certificateDigest;
    private readonly string _issuer;
    private readonly string _serialNumber;

    public UpoSeal(MinistryKey key)
    {
        _key = RSA.Create();
        _key.ImportPkcs8PrivateKey(key.PrivateKey, out int _);
        using var certificate = X509CertificateLoader.LoadCertificate(key.Certificate);
        _certificate = Convert.ToBase64String(key.Certificate);
        _certificateDigest = Convert.ToBase64String(SHA256.HashData(key.Certificate));
        _issuer = IssuerName.Of(certificate.IssuerName);
        _serialNumber = new System.Numerics.BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The signed document, UTF-8 without BOM.</summary>
    public byte[] Sign(string document, DateTimeOffset signingTime)
    {
        var properties = SignedProperties(signingTime);
        var signedInfo = SignedInfo(
            Digest(document),
            Digest($"<xades:SignedProperties{InScopeOfXades} Id=\"SignedProperties\">{properties}</xades:SignedProperties>"));
        var value = Convert.ToBase64String(_key.SignData(
            Encoding.UTF8.GetBytes($"<ds:SignedInfo{InScope}>{signedInfo}</ds:SignedInfo>"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var signature =
            $"<ds:Signature xmlns:ds=\"{SignatureNamespace}\" Id=\"Signature\"><ds:SignedInfo>{signedInfo}</ds:SignedInfo><ds:SignatureValue>{value}</ds:SignatureValue>"
            + $"<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{_certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
            + $"<ds:Object><xades:QualifyingProperties xmlns:xades=\"{XadesNamespace}\" Target=\"#Signature\">"
            + $"<xades:SignedProperties Id=\"SignedProperties\">{properties}</xades:SignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature>";

        return Encoding.UTF8.GetBytes(string.Concat(document.AsSpan(0, document.Length - UpoDocument.EndTag.Length), signature, UpoDocument.EndTag));
    }

    public void Dispose() => _key.Dispose();

    private static string SignedInfo(string documentDigest, string propertiesDigest) =>
        $"<ds:CanonicalizationMethod Algorithm=\"{Canonicalization}\"></ds:CanonicalizationMethod>"
        + "<ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod>"
        + $"<ds:Reference URI=\"\"><ds:Transforms><ds:Transform Algorithm=\"{SignatureNamespace}enveloped-signature\"></ds:Transform>"
        + $"<ds:Transform Algorithm=\"{Canonicalization}\"></ds:Transform></ds:Transforms>{DigestElements(documentDigest)}</ds:Reference>"
        + $"<ds:Reference Type=\"http://uri.etsi.org/01903#SignedProperties\" URI=\"#SignedProperties\"><ds:Transforms>"
        + $"<ds:Transform Algorithm=\"{Canonicalization}\"></ds:Transform></ds:Transforms>{DigestElements(propertiesDigest)}</ds:Reference>";

    private static string DigestElements(string digest) =>
        $"<ds:DigestMethod Algorithm=\"{Sha256Digest}\"></ds:DigestMethod><ds:DigestValue>{digest}</ds:DigestValue>";

    private static string Digest(string canonical) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private string SignedProperties(DateTimeOffset signingTime) =>
        $"<xades:SignedSignatureProperties><xades:SigningTime>{signingTime.ToUniversalTime():yyyy-MM-ddTHH:mm:ssZ}</xades:SigningTime>"
        + $"<xades:SigningCertificate><xades:Cert><xades:CertDigest>{DigestElements(_certificateDigest)}</xades:CertDigest>"
        + $"<xades:IssuerSerial><ds:X509IssuerName>{_issuer}</ds:X509IssuerName><ds:X509SerialNumber>{_serialNumber}</ds:X509SerialNumber></xades:IssuerSerial>"
        + "</xades:Cert></xades:SigningCertificate></xades:SignedSignatureProperties>";
}
