namespace Ksef.Client;

/// <summary>One encrypted part of a package. Source: KSeF API 2.6, POST /sessions/batch, fileParts.</summary>
/// <param name="OrdinalNumber">Place in the package, from 1.</param>
/// <param name="FileSize">Bytes of the encrypted part.</param>
/// <param name="FileHash">SHA-256 of the encrypted part, Base64.</param>
public sealed record BatchPackagePart(int OrdinalNumber, long FileSize, string FileHash);
