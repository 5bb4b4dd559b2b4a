using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ksef.Client;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Submission;

/// <summary>Where ciphertext waits for its session. Each run that leaves some has a folder of its own, so two runs never mix their keys.</summary>
public sealed class PackageStaging(InvoiceStorage storage)
{
    /// <summary>Folder for one run.</summary>
    public static string NewFolder(ConsignmentRecord consignment) => $"{consignment.Id}/{consignment.Attempt}/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    public static string InvoiceName(string folder, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/{number}.enc");

    public static string PartName(string folder, int ordinalNumber) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/part-{ordinalNumber}.enc");

    /// <summary>Keeps the current invoice and all that follow, for a later run in the same session.</summary>
    /// <returns>The folder.</returns>
    public async Task<string> SaveRestAsync(
        ConsignmentRecord consignment, SessionEncryption encryption, IAsyncEnumerator<CipheredInvoice> rest, CancellationToken cancellationToken)
    {
        var folder = NewFolder(consignment);
        var staged = new List<StagedInvoice>();
        do
        {
            var (number, invoice, ciphertext) = rest.Current;
            await storage.ReplaceAsync(BlobArea.Work, InvoiceName(folder, number), ciphertext, metadata: null, cancellationToken);
            staged.Add(new StagedInvoice(number, invoice));
        }
        while (await rest.MoveNextAsync());

        var content = JsonSerializer.SerializeToUtf8Bytes(new StagedPackage(encryption, staged), StagingJson.Default.StagedPackage);
        await storage.ReplaceAsync(BlobArea.Work, $"{folder}/{StagedPackage.FileName}", content, metadata: null, cancellationToken);
        return folder;
    }

    public async Task<StagedPackage> LoadAsync(string folder, CancellationToken cancellationToken)
    {
        var blob = await storage.ReadAsync(BlobArea.Work, $"{folder}/{StagedPackage.FileName}", cancellationToken)
            ?? throw new InvalidOperationException($"The package {folder} is not in the work container any more.");
        return JsonSerializer.Deserialize(blob.Content.Span, StagingJson.Default.StagedPackage)!;
    }

    /// <summary>Removes everything that was kept for a consignment.</summary>
    public Task RemoveAsync(string consignmentId, CancellationToken cancellationToken) =>
        storage.DeleteFolderAsync(BlobArea.Work, $"{consignmentId}/", cancellationToken);
}
