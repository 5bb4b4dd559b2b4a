using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LocalHost.ImportCertificate;

/// <summary>
/// The two calls to Key Vault's certificates that importing takes. The package for them is not everywhere to be had; the pipeline of the Azure
/// client libraries is.
/// </summary>
internal sealed class VaultImport
{
    private const string ApiVersion = "7.4";
    private readonly Uri _vault;
    private readonly HttpPipeline _pipeline;

    /// <param name="vault">Address of the vault.</param>
    /// <param name="identity">Who imports.</param>
    /// <param name="transport">How requests go out; null is the usual way.</param>
    public VaultImport(Uri vault, TokenCredential identity, HttpPipelineTransport? transport)
    {
        _vault = vault;
        var options = new VaultImportOptions { Retry = { MaxRetries = 2, Delay = TimeSpan.FromSeconds(0.5) } };
        if (transport is not null)
        {
            options.Transport = transport;
        }

        _pipeline = HttpPipelineBuilder.Build(options, new VaultAuthentication(identity));
    }

    /// <summary>End of the newest version's validity; null when there is no such certificate.</summary>
    /// <exception cref="RequestFailedException">Key Vault refused, or does not answer.</exception>
    public async Task<DateTimeOffset?> FindAsync(string name, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Get, $"certificates/{name}");
        await _pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status switch
        {
            200 => Expiry(JsonNode.Parse(message.Response.Content)!),
            404 => null,
            _ => throw new RequestFailedException(message.Response),
        };
    }

    /// <summary>Makes a new version of a certificate and gives its id there.</summary>
    /// <exception cref="RequestFailedException">Key Vault refused, or does not answer.</exception>
    public async Task<Uri> ImportAsync(string name, X509Certificate2 certificate, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        using var message = Message(RequestMethod.Post, $"certificates/{name}/import");
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(Body(certificate, tags)));
        await _pipeline.SendAsync(message, cancellationToken);
        return message.Response.Status == 200
            ? new Uri(JsonNode.Parse(message.Response.Content)!["id"]!.GetValue<string>())
            : throw new RequestFailedException(message.Response);
    }

    private HttpMessage Message(RequestMethod method, string path)
    {
        var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(_vault, $"{path}?api-version={ApiVersion}"));
        message.Request.Headers.Add("Accept", "application/json");
        return message;
    }

    private static JsonObject Body(X509Certificate2 certificate, IReadOnlyDictionary<string, string> tags)
    {
        // TLS protects the transfer. Key Vault has refused files with AES here; Triple DES it has always read.
        string password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        byte[] pfx = certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pkcs12TripleDesSha1, password);
        return new JsonObject
        {
            ["value"] = Convert.ToBase64String(pfx),
            ["pwd"] = password,
            ["policy"] = new JsonObject
            {
                ["key_props"] = KeyProperties(certificate),
                ["secret_props"] = new JsonObject { ["contentType"] = "application/x-pkcs12" },
                ["issuer"] = new JsonObject { ["name"] = "Unknown" },
            },
            ["tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
        };
    }

    // Exportable, because the app signs with it and reads it as a secret.
    private static JsonObject KeyProperties(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        var properties = new JsonObject { ["exportable"] = true, ["reuse_key"] = false, ["kty"] = rsa is null ? "EC" : "RSA" };
        if (rsa is null)
        {
            properties["crv"] = "P-256";
        }
        else
        {
            properties["key_size"] = rsa.KeySize;
        }

        return properties;
    }

    private static DateTimeOffset? Expiry(JsonNode bundle) =>
        bundle["attributes"]?["exp"]?.GetValue<long>() is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private sealed class VaultImportOptions : ClientOptions;
}
