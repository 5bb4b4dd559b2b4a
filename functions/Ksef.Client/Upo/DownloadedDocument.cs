namespace Ksef.Client;

/// <summary>An invoice or a UPO, byte for byte as KSeF sent it.</summary>
/// <param name="Content">The bytes. A signature and hashes depend on every one of them.</param>
/// <param name="Sha256">
/// SHA-256 as KSeF announced it in <c>x-ms-meta-hash</c>, Base64, already compared with <paramref name="Content"/>; null when KSeF announced
/// none.
/// </param>
public sealed record DownloadedDocument(ReadOnlyMemory<byte> Content, string? Sha256)
{
    /// <summary>Size and hash only.</summary>
    public override string ToString() => $"DownloadedDocument {{ {Content.Length} bytes, {Sha256} }}";
}
