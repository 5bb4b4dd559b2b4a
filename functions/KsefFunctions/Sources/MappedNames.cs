using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Sources;

/// <summary>Where the invoices are that were made of a company's data.</summary>
internal static class MappedNames
{
    /// <summary>Name in the archive of what the latest attempt made that made any; null when none did.</summary>
    public static async Task<string?> FindAsync(InvoiceStorage storage, string nip, string sha256, int attempt, CancellationToken cancellationToken)
    {
        for (; attempt > 0; attempt--)
        {
            var name = ArchiveNames.Mapped(nip, sha256, attempt);
            if (await storage.ExistsAsync(BlobArea.Archive, name, cancellationToken))
            {
                return name;
            }
        }

        return null;
    }
}
