namespace Ksef.Client;

/// <summary>A package as KSeF is told about it. Source: KSeF API 2.6, POST /sessions/batch, batchFile.</summary>
/// <param name="CompressionType">Format of the archive.</param>
/// <param name="FileSize">Bytes of the plain archive.</param>
/// <param name="FileHash">SHA-256 of the plain archive, Base64.</param>
/// <param name="Parts">Its parts, in order.</param>
public sealed record BatchPackage(CompressionType CompressionType, long FileSize, string FileHash, IReadOnlyList<BatchPackagePart> Parts);
