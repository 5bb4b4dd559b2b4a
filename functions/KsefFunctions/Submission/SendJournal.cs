using System.Text.Json;
using Azure;
using KsefFunctions.Storage;

namespace KsefFunctions.Submission;

/// <summary>
/// Written before the first invoice of an online session is sent, so that a run that finds it knows it is not the first.
/// </summary>
public sealed class SendJournal(InvoiceStorage storage)
{
    /// <summary>Opens the journal of a session.</summary>
    public async Task<SendJournalEntry> BeginAsync(string folder, string session, CancellationToken cancellationToken)
    {
        var name = $"{folder}/{session}.journal.json";
        if (await storage.CreateOnceAsync(BlobArea.Work, name, Serialise(new SendProgress(Paused: false, Sent: [])), cancellationToken))
        {
            return new SendJournalEntry(name, WasCutOff: false, Sent: []);
        }

        var blob = await storage.ReadAsync(BlobArea.Work, name, cancellationToken)
            ?? throw new InvalidOperationException($"The journal {name} vanished while it was read.");
        var progress = JsonSerializer.Deserialize(blob.Content.Span, StagingJson.Default.SendProgress)!;
        return progress.Paused && await TryResumeAsync(name, progress, blob.ETag, cancellationToken)
            ? new SendJournalEntry(name, WasCutOff: false, progress.Sent)
            : new SendJournalEntry(name, WasCutOff: true, progress.Sent);
    }

    /// <summary>Notes that the run ended on a clear refusal after these invoices.</summary>
    public Task PauseAsync(SendJournalEntry entry, IEnumerable<int> sent, CancellationToken cancellationToken) => storage.ReplaceAsync(
        BlobArea.Work, entry.Name, Serialise(new SendProgress(Paused: true, [.. sent])), expected: null, metadata: null, cancellationToken);

    // Of two runs at once only one may go on; the ETag decides.
    private Task<bool> TryResumeAsync(string name, SendProgress progress, ETag etag, CancellationToken cancellationToken) => storage.TryReplaceAsync(
        BlobArea.Work, name, Serialise(progress with { Paused = false }), etag, metadata: null, cancellationToken);

    private static byte[] Serialise(SendProgress progress) => JsonSerializer.SerializeToUtf8Bytes(progress, StagingJson.Default.SendProgress);
}

/// <summary>What a run finds in the journal.</summary>
/// <param name="Name">Name of the blob.</param>
/// <param name="WasCutOff">An earlier run ended without a word; nothing may be sent in this session any more.</param>
/// <param name="Sent">Ordinals that KSeF confirmed.</param>
public sealed record SendJournalEntry(string Name, bool WasCutOff, IReadOnlyList<int> Sent);
