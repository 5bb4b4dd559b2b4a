namespace Ksef.Client;

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
