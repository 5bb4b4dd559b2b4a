using System.Runtime.CompilerServices;
using System.Text.Json;
using KsefFunctions.Storage;

namespace KsefFunctions.Dispatch;

/// <summary>What waits of a company, and until when KSeF's limits hold it back: written by its dispatcher when it changes, read by whoever shows it.</summary>
public sealed class CompanyQueue(InvoiceStorage storage, TimeProvider time)
{
    private const string Folder = "queues/";

    /// <summary>Writes down what is left after a look, where there is something or was something before.</summary>
    public async Task TellAsync(string nip, IReadOnlyList<WaitingFile> left, DateTimeOffset? heldUntil, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(nip, cancellationToken);
        if (left.Count == 0 && before is null or { Files: 0 })
        {
            return;
        }

        var queue = new QueueState
        {
            Files = left.Count,
            Invoices = left.Sum(file => file.Invoices),
            Oldest = left.Count == 0 ? null : left.Min(file => file.ArrivedAt),
            HeldUntil = heldUntil,
            At = time.GetUtcNow(),
        };
        var content = JsonSerializer.SerializeToUtf8Bytes(queue, DispatchJson.Default.QueueState);
        await storage.ReplaceAsync(BlobArea.Status, Folder + nip, content, metadata: null, cancellationToken);
    }

    /// <summary>What waits, of every company that ever had to.</summary>
    public async IAsyncEnumerable<(string Nip, QueueState Queue)> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in storage.ListAsync(BlobArea.Status, Folder, cancellationToken))
        {
            var nip = Path.GetFileName(blob.Name);
            if (await ReadAsync(nip, cancellationToken) is { } queue)
            {
                yield return (nip, queue);
            }
        }
    }

    /// <summary>What waits of a company; null when it never had to.</summary>
    public async Task<QueueState?> ReadAsync(string nip, CancellationToken cancellationToken) =>
        await storage.ReadAsync(BlobArea.Status, Folder + nip, cancellationToken) is { } blob
            ? JsonSerializer.Deserialize(blob.Content.Span, DispatchJson.Default.QueueState)
            : null;
}

/// <summary>What waits of a company.</summary>
public sealed record QueueState
{
    /// <summary>Files whose invoices wait for a session.</summary>
    public int Files { get; init; }

    /// <summary>Their invoices.</summary>
    public int Invoices { get; init; }

    /// <summary>Since when the first of them waits; null when none does.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>Until about when KSeF's limits hold them back; null when they do not.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When this was seen.</summary>
    public DateTimeOffset At { get; init; }
}
