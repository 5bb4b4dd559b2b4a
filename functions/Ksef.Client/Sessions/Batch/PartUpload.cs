namespace Ksef.Client;

/// <summary>Where and how to upload a part. Source: KSeF API 2.6, POST /sessions/batch, partUploadRequests.</summary>
/// <param name="OrdinalNumber">Which part, from 1.</param>
/// <param name="Method">HTTP method to use.</param>
/// <param name="Url">Where to; whoever has the address can write the part, so not for logs.</param>
/// <param name="Headers">Headers to send, and no others.</param>
/// <param name="FileSize">Bytes of the encrypted part, as declared.</param>
/// <param name="FileHash">SHA-256 of the encrypted part, Base64, as declared.</param>
public sealed record PartUpload(
    int OrdinalNumber,
    string Method,
    Uri Url,
    IReadOnlyDictionary<string, string?> Headers,
    long FileSize,
    string FileHash)
{
    /// <summary>The part only; the address is never shown.</summary>
    public override string ToString() => $"PartUpload {OrdinalNumber}";
}
