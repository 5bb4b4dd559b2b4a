using System.Security.Cryptography;
using System.Text;

namespace LocalHost.Durable.Replay;

/// <summary>Name-based ids (RFC 9562, version 5): the same name makes the same id at every replay.</summary>
internal static class DeterministicGuid
{
    private static readonly byte[] Namespace = new Guid("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    public static Guid From(string name)
    {
#pragma warning disable CA5350 // Version 5 is defined over SHA-1; nothing is protected by it.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
