using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace KeyVaultServer;

/// <summary>What lies in the vault. Every write makes a new version, the newest last.</summary>
public sealed partial class VaultContent
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, IReadOnlyList<VaultItem>> _items = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unwritten = [];
    private readonly VaultFiles? _files;
    private readonly TimeProvider _time;
    private DateTimeOffset _lastCreated;

    /// <param name="files">Where it is kept; null keeps it in memory.</param>
    /// <param name="time">Dates the versions.</param>
    internal VaultContent(VaultFiles? files, TimeProvider time)
    {
        _files = files;
        _time = time;
        foreach (IReadOnlyList<VaultItem> versions in files?.Read() ?? [])
        {
            _items[versions[0].Name] = versions;
            _lastCreated = new[] { _lastCreated, versions[^1].Created }.Max();
        }
    }

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
            {
                return [.. _items.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Whether an item of Key Vault can have the name.</summary>
    public static bool IsName(string name) => ItemName().IsMatch(name);

    public IReadOnlyList<VaultItem> Versions(string name)
    {
        lock (_gate)
        {
            return _items.GetValueOrDefault(name, []);
        }
    }

    /// <summary>The newest version; null when there is no such item.</summary>
    public VaultItem? Current(string name) => Versions(name) is [.., var newest] ? newest : null;

    /// <summary>Stores any kind, such as the user's own credential.</summary>
    /// <exception cref="ArgumentException">No item of Key Vault can have the name.</exception>
    public VaultItem Add(string name, VaultSecret secret, IReadOnlyDictionary<string, string>? tags = null)
    {
        lock (_gate)
        {
            VaultItem item = Item(name, secret, tags ?? secret.Tags);
            Set(name, [.. Versions(name), item]);
            return item;
        }
    }

    /// <summary>Stores a plain secret, such as a token.</summary>
    /// <exception cref="ArgumentException">No item of Key Vault can have the name.</exception>
    public VaultItem AddSecret(string name, string value, string? contentType = null, IReadOnlyDictionary<string, string>? tags = null) =>
        Add(name, new VaultSecret(value, contentType), tags);

    /// <summary>Stores a certificate with its key as Key Vault does.</summary>
    /// <exception cref="ArgumentException">No item of Key Vault can have the name.</exception>
    public VaultItem AddCertificate(string name, X509Certificate2 certificate, IReadOnlyDictionary<string, string>? tags = null) =>
        Add(name, VaultSecret.Of(certificate), tags);

    /// <summary>The newest version, or else the one that is made now and never written down.</summary>
    /// <returns>Null where there is none and none is made.</returns>
    public VaultItem? CurrentOr(string name, Func<string, VaultSecret?>? make)
    {
        lock (_gate)
        {
            if (Current(name) is { } present)
            {
                return present;
            }

            if (make?.Invoke(name) is not { } secret)
            {
                return null;
            }

            VaultItem made = Item(name, secret, secret.Tags);
            _unwritten.Add(made.Version);
            Set(name, [made]);
            return made;
        }
    }

    /// <summary>Switches a version off.</summary>
    public void Disable(VaultItem item)
    {
        lock (_gate)
        {
            Set(item.Name, [.. Versions(item.Name).Select(version => version.Version == item.Version ? version with { Enabled = false } : version)]);
        }
    }

    public void Delete(string name)
    {
        lock (_gate)
        {
            Set(name, []);
        }
    }

    // What a caller is told of must be on the disk, so that is written first.
    private void Set(string name, IReadOnlyList<VaultItem> versions)
    {
        _files?.Write(name, [.. versions.Where(version => !_unwritten.Contains(version.Version))]);
        if (versions.Count == 0)
        {
            _items.Remove(name);
        }
        else
        {
            _items[name] = versions;
        }
    }

    // The real vault counts whole seconds; versions must not look as old as each other.
    private VaultItem Item(string name, VaultSecret secret, IReadOnlyDictionary<string, string> tags)
    {
        if (!IsName(name))
        {
            throw new ArgumentException("Names are of letters, digits and hyphens, 127 at most.", nameof(name));
        }

        DateTimeOffset now = _time.GetUtcNow();
        _lastCreated = now > _lastCreated.AddSeconds(1) ? now : _lastCreated.AddSeconds(1);
        return new VaultItem(name, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), secret.Value, secret.ContentType, _lastCreated)
        {
            NotBefore = secret.NotBefore,
            Expires = secret.Expires,
            Tags = tags,
        };
    }

    [GeneratedRegex("^[0-9A-Za-z-]{1,127}$")]
    private static partial Regex ItemName();
}
