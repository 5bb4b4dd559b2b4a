using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using KsefFunctions.Intake;
using KsefFunctions.Storage;

namespace KsefFunctions.Submission;

/// <summary>Where ciphertext waits for its session. Each run of the packaging step has a folder of its own, so two runs never mix their keys.</summary>
public sealed class PackageStaging(InvoiceStorage storage)
{
    /// <summary>Folder for one run.</summary>
    public static string NewFolder(FileReference file) => $"{file.Id}/{file.Attempt}/{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    public static string InvoiceName(string folder, int ordinal) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/{ordinal}.enc");

    public static string PartName(string folder, int ordinalNumber) =>
        string.Create(CultureInfo.InvariantCulture, $"{folder}/part-{ordinalNumber}.enc");

    public Task SaveAsync(string folder, StagedPackage package, CancellationToken cancellationToken) => storage.ReplaceAsync(
        BlobArea.Work,
        $"{folder}/{StagedPackage.FileName}",
        JsonSerializer.SerializeToUtf8Bytes(package, StagingJson.Default.StagedPackage),
        expected: null,
        metadata: null,
        cancellationToken);

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
