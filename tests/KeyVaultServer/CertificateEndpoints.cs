using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace KeyVaultServer;

/// <summary>Reading and importing certificates. An imported one is served as a secret from then on.</summary>
internal static class CertificateEndpoints
{
    public static Task GetAsync(HttpContext context, Uri vault, VaultContent content, string name)
    {
        if (content.Current(name) is not { Managed: true } item)
        {
            return VaultEndpoints.WriteAsync(context, 404, VaultBodies.Error("CertificateNotFound", $"A certificate with (name/id) {name} was not found in this key vault."));
        }

        using X509Certificate2 certificate = X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(item.Value), password: null);
        return VaultEndpoints.WriteAsync(context, 200, Bundle(vault, item, certificate));
    }

    public static async Task ImportAsync(HttpContext context, Uri vault, VaultContent content, string name)
    {
        if (!VaultContent.IsName(name))
        {
            await RefuseAsync(context, "The name is invalid: it is of letters, digits and hyphens, 127 at most.");
            return;
        }

        JsonNode body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        if (body["policy"]?["secret_props"]?["contentType"]?.GetValue<string>() != VaultSecret.Pfx)
        {
            await RefuseAsync(context, "The specified content type is not supported.");
            return;
        }

        X509Certificate2 certificate;
        try
        {
            byte[] pfx = Convert.FromBase64String(body["value"]!.GetValue<string>());
            certificate = X509CertificateLoader.LoadPkcs12(pfx, body["pwd"]?.GetValue<string>(), X509KeyStorageFlags.Exportable);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            await RefuseAsync(context, "The specified PKCS#12 X.509 certificate content can not be read. Please check if certificate is in valid PKCS#12 format.");
            return;
        }

        using (certificate)
        {
            if (!certificate.HasPrivateKey || body["policy"]!["key_props"]?["exportable"]?.GetValue<bool>() != true)
            {
                await RefuseAsync(context, "The certificate has no private key that could be served as a secret.");
                return;
            }

            Dictionary<string, string>? tags = body["tags"]?.AsObject().ToDictionary(tag => tag.Key, tag => tag.Value!.GetValue<string>());
            await VaultEndpoints.WriteAsync(context, 200, Bundle(vault, content.AddCertificate(name, certificate, tags), certificate));
        }
    }

    private static Task RefuseAsync(HttpContext context, string message) => VaultEndpoints.WriteAsync(context, 400, VaultBodies.Error("BadParameter", message));

    private static JsonObject Bundle(Uri vault, VaultItem item, X509Certificate2 certificate) =>
        VaultBodies.Certificate(vault, item, certificate.RawData, Base64Url(certificate.GetCertHash()));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
