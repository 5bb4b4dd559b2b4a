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
    public static string NewFolder(FileReference file) => $"{file.Id}/{file.Attempt}/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    public static string InvoiceName(string folder, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/{ordinal}.enc");

    public static string PartName(string folder, int ordinalNumber) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/part-{ordinalNumber}.enc");

    /// <summary>Keeps the current invoice and all that follow, for a later run in the same session.</summary>
    /// <returns>The folder.</returns>
    public async Task<string> SaveRestAsync(
        FileReference file, SessionEncryption encryption, IAsyncEnumerator<CipheredInvoice> rest, CancellationToken cancellationToken)
    {
        var folder = NewFolder(file);
        var staged = new List<StagedInvoice>();
        do
        {
            var (ordinal, invoice, ciphertext) = rest.Current;
            await storage.ReplaceAsync(BlobArea.Work, InvoiceName(folder, ordinal), ciphertext, metadata: null, cancellationToken);
            staged.Add(new StagedInvoice(ordinal, invoice));
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

    /// <summary>Removes everything that was staged for a file.</summary>
    public Task RemoveAsync(FileReference file, CancellationToken cancellationToken) =>
        storage.DeleteFolderAsync(BlobArea.Work, $"{file.Id}/", cancellationToken);
}
