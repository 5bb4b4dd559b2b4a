using System.Collections.Concurrent;
using System.Security.Cryptography;
using KsefSimulator.Http;
using KsefSimulator.Storage;

namespace KsefSimulator.PublicKeys;

/// <summary>KSeF's encryption keys. They survive a restart with the state, so a session opened before still decrypts after.</summary>
internal sealed class KeyRing(Journal journal, TimeProvider time)
{
    private readonly JournaledSet<MinistryKey> _keys = new(journal, "key", PublicKeyJson.Types.MinistryKey);
    private readonly ConcurrentDictionary<string, RSA> _opened = new(StringComparer.Ordinal);

    /// <summary>The keys that clients may use now, newest first.</summary>
    public IReadOnlyList<MinistryKey> Published => _keys.Values
        .Where(key => !key.IsWithdrawn && key.ValidFrom <= time.GetUtcNow() && time.GetUtcNow() < key.ValidTo)
        .OrderByDescending(key => key.ValidFrom)
        .ThenBy(key => key.Usage, StringComparer.Ordinal)
        .ToList();

    /// <summary>Makes what is missing: one key of each usage.</summary>
    public void EnsureKeys()
    {
        foreach (var usage in new[] { KeyUsage.KsefTokenEncryption, KeyUsage.SymmetricKeyEncryption })
        {
            if (!Published.Any(key => key.Usage == usage))
            {
                var key = KeyFactory.CreateFirst(usage, NameOf(usage), time.GetUtcNow(), journal.IsPersistent);
                _keys.Put(key.PublicKeyId, key);
            }
        }
    }

    /// <summary>Publishes a new key; the older ones of this usage go on working, or are withdrawn.</summary>
    public void Rotate(string usage, bool withdrawOld)
    {
        foreach (var key in Published.Where(key => key.Usage == usage && withdrawOld))
        {
            _keys.Put(key.PublicKeyId, key with { IsWithdrawn = true });
        }

        Add(usage);
    }

    /// <exception cref="KsefRefusal">21470 when the identifier names no published key of this usage.</exception>
    public void RequireKnown(string? publicKeyId, string usage)
    {
        if (publicKeyId is not null && !Published.Any(key => key.PublicKeyId == publicKeyId && key.Usage == usage))
        {
            throw Refusals.UnknownKey(publicKeyId);
        }
    }

    /// <summary>Decrypts RSA-OAEP SHA-256 with the named key, or with any published one of the usage; null when none fits.</summary>
    public byte[]? Decrypt(string usage, string? publicKeyId, byte[] ciphertext)
    {
        foreach (var key in Published.Where(key => key.Usage == usage && (publicKeyId is null || key.PublicKeyId == publicKeyId)))
        {
            try
            {
                return Opened(key).Decrypt(ciphertext, RSAEncryptionPadding.OaepSHA256);
            }
            catch (CryptographicException)
            {
                // Not encrypted for this key: the next may fit.
            }
        }

        return null;
    }

    private RSA Opened(MinistryKey key) => _opened.GetOrAdd(key.PublicKeyId, _ =>
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key.PrivateKey, out int _);
        return rsa;
    });

    private static string NameOf(string usage) => $"Klucz publiczny {usage}";

    private void Add(string usage)
    {
        var key = KeyFactory.Create(usage, NameOf(usage), time.GetUtcNow());
        _keys.Put(key.PublicKeyId, key);
    }
}
