namespace Ksef.Client;

/// <summary>POST /sessions/online, request.</summary>
internal sealed record OpenOnlineSessionRequest(FormCode FormCode, SessionEncryption Encryption);

/// <summary>POST /sessions/online/{referenceNumber}/invoices, request.</summary>
internal sealed record SendInvoiceRequest(
    string InvoiceHash,
    long InvoiceSize,
    string EncryptedInvoiceHash,
    long EncryptedInvoiceSize,
    ReadOnlyMemory<byte> EncryptedInvoiceContent,
    bool OfflineMode,
    string? HashOfCorrectedInvoice);

/// <summary>POST /sessions/online/{referenceNumber}/invoices, answer.</summary>
internal sealed record SendInvoiceAnswer
{
    public required ReferenceNumber ReferenceNumber { get; init; }
}

/// <summary>POST /sessions/batch, request.</summary>
internal sealed record OpenBatchSessionRequest(FormCode FormCode, BatchFile BatchFile, SessionEncryption Encryption, bool OfflineMode);

/// <summary>POST /sessions/batch, request, batchFile.</summary>
internal sealed record BatchFile(long FileSize, string FileHash, CompressionType CompressionType, IReadOnlyList<BatchPackagePart> FileParts);

/// <summary>POST /sessions/batch, answer.</summary>
internal sealed record OpenBatchSessionAnswer
{
    public required ReferenceNumber ReferenceNumber { get; init; }

    public required IReadOnlyList<Part> PartUploadRequests { get; init; }

    internal sealed record Part
    {
        public required int OrdinalNumber { get; init; }

        public string? Method { get; init; }

        public required Uri Url { get; init; }

        public IReadOnlyDictionary<string, string?>? Headers { get; init; }

        public override string ToString() => $"Part {OrdinalNumber}";
    }
}

/// <summary>GET /sessions/{referenceNumber}/invoices and /failed, answer.</summary>
internal sealed record SessionInvoicesAnswer
{
    public string? ContinuationToken { get; init; }

    public IReadOnlyList<SessionInvoice>? Invoices { get; init; }
}

/// <summary>GET /sessions, answer.</summary>
internal sealed record SessionsAnswer
{
    public string? ContinuationToken { get; init; }

    public IReadOnlyList<SessionSummary>? Sessions { get; init; }
}
