using System.Security.Cryptography;

namespace KsefFunctions.Files;

/// <summary>What one reading of a drop tells.</summary>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Kind">By its first bytes, or by its last ones.</param>
public sealed record DroppedContent(string Sha256, long Size, ContentKind Kind)
{
    private const int Chunk = 81_920;

    /// <summary>The bytes themselves, where they are few; null otherwise, and for an empty file.</summary>
    public BinaryData? Whole { get; private init; }

    /// <summary>Reads a drop to its end, once.</summary>
    public static async Task<DroppedContent> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Chunk];
        var read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        // A copy: the buffer is many times as large as most invoices.
        var whole = read is > 0 and < Chunk ? BinaryData.FromBytes(buffer[..read]) : null;
        var kind = ContentSignature.Of(buffer.AsSpan(0, Math.Min(read, ContentSignature.Length)));
        var size = 0L;
        byte[] end = [];
        while (read > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
            size += read;
            end = ContentSignature.EndOf(end, buffer.AsSpan(0, read));
            read = await content.ReadAsync(buffer, cancellationToken);
        }

        var isZip = kind == ContentKind.Other && ContentSignature.EndsZip(end);
        return new DroppedContent(Convert.ToHexStringLower(hash.GetHashAndReset()), size, isZip ? ContentKind.Zip : kind) { Whole = whole };
    }
}
