using System.Security.Cryptography;

namespace Ksef.Client;

/// <summary>Takes a document from an answer and compares it with the announced hash.</summary>
internal static class DocumentReader
{
    public static DownloadedDocument Read(KsefCall call, KsefResponse response)
    {
        // The gateway answers a suspicious call with a page and status 200.
        if (response.Body.Length == 0 || response.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new KsefUnavailableException(call.Operation, $"{response.MediaType ?? "nothing"} instead of a document.", response.Status);
        }

        var actual = Convert.ToBase64String(SHA256.HashData(response.Body));
        return response.AnnouncedHash is null || response.AnnouncedHash == actual
            ? new DownloadedDocument(response.Body, response.AnnouncedHash)
            : throw new KsefIntegrityException(call.Operation, "SHA-256 differs from x-ms-meta-hash.");
    }
}
