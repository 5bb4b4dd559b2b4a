using System.Text.Json.Nodes;

namespace KeyVaultServer;

/// <summary>The JSON that Key Vault answers.</summary>
internal static class VaultBodies
{
    public static JsonObject Error(string code, string message, string? innerCode = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (innerCode is not null)
        {
            error["innererror"] = new JsonObject { ["code"] = innerCode };
        }

        return new JsonObject { ["error"] = error };
    }

    public static JsonObject Secret(Uri vault, VaultItem item)
    {
        JsonObject body = Properties(vault, item, withVersion: true);
        body["value"] = item.Value;
        return body;
    }

    /// <param name="vault">Address of the vault.</param>
    /// <param name="item">The version.</param>
    /// <param name="withVersion">False for the list of secrets, which names none.</param>
    public static JsonObject Properties(Uri vault, VaultItem item, bool withVersion)
    {
        var body = new JsonObject { ["id"] = new Uri(vault, withVersion ? $"secrets/{item.Name}/{item.Version}" : $"secrets/{item.Name}").AbsoluteUri, ["attributes"] = Attributes(item) };
        if (item.ContentType is not null)
        {
            body["contentType"] = item.ContentType;
        }

        if (item.Managed)
        {
            body["managed"] = true;
            body["kid"] = new Uri(vault, $"keys/{item.Name}/{item.Version}").AbsoluteUri;
        }

        if (item.Tags.Count > 0)
        {
            body["tags"] = Tags(item);
        }

        return body;
    }

    public static JsonObject Certificate(Uri vault, VaultItem item, byte[] certificate, string thumbprint) => new()
    {
        ["id"] = new Uri(vault, $"certificates/{item.Name}/{item.Version}").AbsoluteUri,
        ["kid"] = new Uri(vault, $"keys/{item.Name}/{item.Version}").AbsoluteUri,
        ["sid"] = new Uri(vault, $"secrets/{item.Name}/{item.Version}").AbsoluteUri,
        ["x5t"] = thumbprint,
        ["cer"] = Convert.ToBase64String(certificate),
        ["attributes"] = Attributes(item),
        ["tags"] = Tags(item),
    };

    private static JsonObject Tags(VaultItem item) => new(item.Tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));

    private static JsonObject Attributes(VaultItem item)
    {
        var attributes = new JsonObject
        {
            ["enabled"] = item.Enabled,
            ["created"] = item.Created.ToUnixTimeSeconds(),
            ["updated"] = item.Created.ToUnixTimeSeconds(),
            ["recoveryLevel"] = "Recoverable+Purgeable",
            ["recoverableDays"] = 90,
        };
        if (item.NotBefore is { } start)
        {
            attributes["nbf"] = start.ToUnixTimeSeconds();
        }

        if (item.Expires is { } end)
        {
            attributes["exp"] = end.ToUnixTimeSeconds();
        }

        return attributes;
    }
}
