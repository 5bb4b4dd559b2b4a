using System.Text.Json;
using System.Text.Json.Serialization;
using KsefFunctions.Files;
using KsefFunctions.Storage;

namespace KsefFunctions.Submission;

/// <summary>Which invoice of a session belongs to which file: written into <c>work</c> before the session is opened, so that the session's list finds its files.</summary>
public sealed class SentInvoices(InvoiceStorage storage)
{
    /// <summary>Writes down what is about to be sent.</summary>
    public async Task SaveAsync(ConsignmentRecord consignment, IReadOnlyList<ClaimedInvoice> invoices, CancellationToken cancellationToken)
    {
        List<SentFile> files = [.. invoices.GroupBy(invoice => invoice.File.LedgerName).Select(file => new SentFile(file.Key, [.. file.Select(invoice => invoice.Hash)]))];
        var content = JsonSerializer.SerializeToUtf8Bytes(files, SentJson.Default.IReadOnlyListSentFile);
        await storage.ReplaceAsync(BlobArea.Work, NameOf(consignment.Id), content, metadata: null, cancellationToken);
    }

    /// <summary>What was sent; null when it is not in <c>work</c> any more.</summary>
    public async Task<IReadOnlyList<SentFile>?> LoadAsync(string consignmentId, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Work, NameOf(consignmentId), cancellationToken) is { } blob
            ? JsonSerializer.Deserialize(blob.Content.Span, SentJson.Default.IReadOnlyListSentFile)
            : null;

    private static string NameOf(string consignmentId) => $"{consignmentId}/invoices.json";
}

/// <summary>What was sent of a file.</summary>
/// <param name="LedgerName">The file's document.</param>
/// <param name="Hashes">SHA-256 of the invoices, Base64.</param>
public sealed record SentFile(string LedgerName, IReadOnlyList<string> Hashes);

/// <summary>JSON of the list.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<SentFile>))]
internal sealed partial class SentJson : JsonSerializerContext;
