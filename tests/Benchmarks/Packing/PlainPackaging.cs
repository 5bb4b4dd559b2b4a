using System.IO.Compression;
using System.Security.Cryptography;

namespace Benchmarks.Packing;

/// <summary>
/// Everything in memory: the invoices, then the archive, which is hashed, encrypted and hashed again. These are the steps of the helper in the
/// Ministry's client for C# (CIRFMF/ksef-client-csharp 2.6.1, BatchUtils); side by side the two took about the same.
/// </summary>
internal static class PlainPackaging
{
    /// <summary>Bytes of the plain archive.</summary>
    public static long Pack(IReadOnlyList<FileInfo> files)
    {
        var archive = Zip(files.Select(file => (file.Name, File.ReadAllBytes(file.FullName))).ToList());
        var ciphertext = Encrypt(archive);
        GC.KeepAlive((SHA256.HashData(archive), SHA256.HashData(ciphertext)));
        return archive.Length;
    }

    private static byte[] Zip(List<(string Name, byte[] Content)> invoices)
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
