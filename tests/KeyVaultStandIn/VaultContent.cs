using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KeyVaultStandIn;

/// <summary>What lies in the vault. Every write makes a new version, the newest last.</summary>
public sealed class VaultContent
{
    private readonly ConcurrentDictionary<string, List<VaultItem>> _items = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset _lastCreated;

    public IReadOnlyList<string> Names => [.. _items.Keys.Order(StringComparer.Ordinal)];

    public IReadOnlyList<VaultItem> Versions(string name) => _items.TryGetValue(name, out var versions) ? versions : [];

    /// <summary>The newest version; null when there is no such item.</summary>
    public VaultItem? Current(string name) => Versions(name) is [.., var newest] ? newest : null;

    /// <summary>Stores a plain secret, such as a token.</summary>
    public VaultItem AddSecret(string name, string value, string? contentType = null, IReadOnlyDictionary<string, string>? tags = null) =>
        Add(Item(name, value, contentType) with { Tags = tags ?? new Dictionary<string, string>() });

    /// <summary>Stores a certificate with its key as Key Vault does: a PFX without password, with the certificate's own validity.</summary>
    public VaultItem AddCertificate(string name, X509Certificate2 certificate, IReadOnlyDictionary<string, string>? tags = null) =>
        Add(Item(name, Convert.ToBase64String(certificate.Export(X509ContentType.Pfx)), "application/x-pkcs12") with
        {
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            Expires = certificate.NotAfter.ToUniversalTime(),
            Tags = tags ?? new Dictionary<string, string>(),
        });

    /// <summary>Switches a version off.</summary>
    public void Disable(VaultItem item)
    {
        var versions = _items[item.Name];
        versions[versions.IndexOf(item)] = item with { Enabled = false };
    }

    public void Delete(string name) => _items.TryRemove(name, out _);

    private VaultItem Add(VaultItem item)
    {
        _items.GetOrAdd(item.Name, _ => []).Add(item);
        return item;
    }

    // The real vault counts whole seconds; versions of one test must not look as old as each other.
    private VaultItem Item(string name, string value, string? contentType)
    {
        var now = DateTimeOffset.UtcNow;
        _lastCreated = now > _lastCreated.AddSeconds(1) ? now : _lastCreated.AddSeconds(1);
        return new VaultItem(name, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), value, contentType, _lastCreated);
    }
}
