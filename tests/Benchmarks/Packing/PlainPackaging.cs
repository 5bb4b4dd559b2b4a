using System.IO.Compression;
using System.Security.Cryptography;

namespace Benchmarks.Packing;

/// <summary>
/// The whole archive in memory, then hashed, encrypted and hashed again: what the helper of the Ministry's client for C# does
/// (CIRFMF/ksef-client-csharp 2.6.1, BatchUtils), step by step; side by side the two took the same.
/// </summary>
internal static class PlainPackaging
{
    /// <summary>Bytes of the plain archive.</summary>
    public static long Pack(IReadOnlyList<(string Name, byte[] Content)> invoices)
    {
        var archive = Zip(invoices);
        var ciphertext = Encrypt(archive);
        GC.KeepAlive((SHA256.HashData(archive), SHA256.HashData(ciphertext)));
        return archive.Length;
    }

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> invoices)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in invoices)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Encrypt(byte[] archive)
    {
        using var aes = Aes.Create();
        using var ciphertext = new MemoryStream();
        using (var encrypting = new CryptoStream(ciphertext, aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen: true))
        {
            encrypting.Write(archive);
        }

        return ciphertext.ToArray();
    }
}
