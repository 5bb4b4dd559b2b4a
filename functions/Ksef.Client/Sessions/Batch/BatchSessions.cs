using System.Net;

namespace Ksef.Client;

/// <summary>Sessions that take one package of invoices. Source: KSeF API 2.6, /sessions/batch.</summary>
public sealed class BatchSessions
{
    private readonly AuthorizedCalls _calls;
    private readonly PublicKeys _keys;
    private readonly KsefClientOptions _options;

    internal BatchSessions(AuthorizedCalls calls, PublicKeys keys, KsefClientOptions options)
    {
        _calls = calls;
        _keys = keys;
        _options = options;
    }

    /// <summary>Announces a package and opens its session. POST /sessions/batch.</summary>
    /// <param name="formCode">Schema of all its invoices.</param>
    /// <param name="package">The package, complete: nothing can be added later, and a session cannot be called off.</param>
    /// <param name="encryption">How its parts are encrypted.</param>
    /// <param name="offlineMode">Declares all its invoices as issued offline.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefApiException">
    /// <see cref="KsefErrorCode.UnknownPublicKey"/>: the kept public keys are dropped already, make a new <see cref="SessionKey"/>.
    /// </exception>
    public async Task<OpenedBatchSession> OpenAsync(
        FormCode formCode,
        BatchPackage package,
        SessionEncryption encryption,
        bool offlineMode,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(package);
        var file = new BatchFile(package.FileSize, package.FileHash, package.CompressionType, package.Parts);
        var body = new OpenBatchSessionRequest(formCode, file, encryption, offlineMode);
        var call = KsefCall.Post("sessions/batch").WithJson(body, BatchJson.Default.OpenBatchSessionRequest);
        var answer = await _keys.WatchAsync(() => _calls.SendAsync(call, BatchJson.Default.OpenBatchSessionAnswer, cancellationToken));
        return new OpenedBatchSession(answer.ReferenceNumber, Uploads(call, package, answer));
    }

    /// <summary>
    /// Uploads one encrypted part to the address that KSeF gave for it, without a token. Tried once more after a brief failure if the stream
    /// can seek; writing the same part twice does no harm.
    /// </summary>
    /// <param name="part">Where to and how.</param>
    /// <param name="content">The encrypted part, from its current position to its end; stays open.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <exception cref="KsefIntegrityException">The bytes are not the declared ones: the session cannot succeed any more.</exception>
    /// <exception cref="KsefApiException">The storage refused, for example because the upload window is over.</exception>
    public async Task UploadPartAsync(PartUpload part, Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(content);
        var upload = new PartSource(part, content);
        var call = new KsefCall(new HttpMethod(part.Method), "{partUploadUrl}")
        {
            Address = part.Url,
            IsStorage = true,
            IsIdempotent = content.CanSeek,
            Timeout = _options.PartUploadTimeout,
            Headers = part.Headers,
            Content = upload.Open,
        };
        var response = await _calls.Anonymous.SendAsync(call, cancellationToken);
        upload.Verify(call);
        if (response.Status != HttpStatusCode.Created)
        {
            throw new KsefUnavailableException(call.Operation, $"HTTP {(int)response.Status} instead of 201.", response.Status);
        }
    }

    /// <summary>Uploads all parts, several at a time.</summary>
    /// <param name="parts">Where to and how.</param>
    /// <param name="openPart">Opens the content of a part; the stream is disposed of after its upload.</param>
    /// <param name="maxParallel">How many at a time.</param>
    /// <param name="cancellationToken">Stops all uploads.</param>
    public Task UploadPartsAsync(
        IEnumerable<PartUpload> parts,
        Func<PartUpload, CancellationToken, Task<Stream>> openPart,
        int maxParallel,
        CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = maxParallel, CancellationToken = cancellationToken },
            async (part, ct) =>
            {
                await using var content = await openPart(part, ct);
                await UploadPartAsync(part, content, ct);
            });

    /// <summary>
    /// Closes a session whose parts are all uploaded; KSeF starts processing. POST /sessions/batch/{referenceNumber}/close. After a
    /// <see cref="KsefUnavailableException"/> ask for the session's status: a close that answered 500 was accepted more than once.
    /// </summary>
    /// <param name="session">A started session.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task CloseAsync(ReferenceNumber session, CancellationToken cancellationToken) =>
        _calls.SendAsync(KsefCall.Post("sessions/batch/{referenceNumber}/close", session.Value), cancellationToken);

    private static IReadOnlyList<PartUpload> Uploads(KsefCall call, BatchPackage package, OpenBatchSessionAnswer answer)
    {
        var given = answer.PartUploadRequests.ToLookup(request => request.OrdinalNumber);
        return
        [
            .. package.Parts.Select(part => given[part.OrdinalNumber].FirstOrDefault() is { } request
                ? new PartUpload(
                    part.OrdinalNumber,
                    request.Method ?? HttpMethod.Put.Method,
                    request.Url,
                    request.Headers ?? new Dictionary<string, string?>(),
                    part.FileSize,
                    part.FileHash)
                : throw new KsefUnavailableException(call.Operation, $"no address for part {part.OrdinalNumber} in the answer.")),
        ];
    }
}
