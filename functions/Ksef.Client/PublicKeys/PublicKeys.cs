using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ksef.Client;

/// <summary>KSeF's public keys, fetched when needed and kept. Source: KSeF API 2.6, GET /security/public-key-certificates.</summary>
public sealed class PublicKeys
{
    private static readonly KsefCall Fetching = KsefCall.Get("security/public-key-certificates");

    private readonly KsefTransport _transport;
    private readonly KsefClientOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<PublicKeys> _logger;
    private readonly Lock _gate = new();
    private Kept? _kept;
    private Task<Kept>? _fetch;

    internal PublicKeys(KsefTransport transport, IOptions<KsefClientOptions> options, TimeProvider time, ILogger<PublicKeys> logger)
    {
        _transport = transport;
        _options = options.Value;
        _time = time;
        _logger = logger;
    }

    /// <summary>The key for a purpose: of those valid now, the one that became valid last.</summary>
    /// <param name="usage">The purpose.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="KsefUnavailableException">KSeF did not answer, or published no valid key for the purpose.</exception>
    public async Task<KsefPublicKey> GetAsync(PublicKeyUsage usage, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Choose(_kept, usage) is { } known)
            {
                return known;
            }
        }

        return Choose(await SharedFetch().WaitAsync(cancellationToken), usage)
            ?? throw new KsefUnavailableException(Fetching.Operation, $"KSeF publishes no valid key for {usage}.");
    }

    /// <summary>Fetches the keys now. Needs no login, so it is also the cheapest way to see whether KSeF answers.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KsefException">KSeF did not answer, or refused.</exception>
    public Task RefreshAsync(CancellationToken cancellationToken) => SharedFetch().WaitAsync(cancellationToken);

    /// <summary>
    /// Drops the kept keys, so that the next use fetches them. For a session that ended with
    /// <see cref="SessionStatusCode.KeyDecryptionFailed"/>; the client calls it itself on <see cref="KsefErrorCode.UnknownPublicKey"/>.
    /// </summary>
    public void Forget()
    {
        lock (_gate)
        {
            _kept = null;
        }
    }

    /// <summary>Runs a call that names one of the keys, and drops them when KSeF does not know it any more.</summary>
    internal async Task<T> WatchAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (KsefApiException exception) when (exception.Has(KsefErrorCode.UnknownPublicKey))
        {
            Forget();
            throw;
        }
    }

    private Task<Kept> SharedFetch()
    {
        lock (_gate)
        {
            // Not under the caller's token: others may be waiting for the same answer.
            return _fetch ??= Task.Run(FetchAsync, CancellationToken.None);
        }
    }

    private KsefPublicKey? Choose(Kept? kept, PublicKeyUsage usage)
    {
        var now = _time.GetUtcNow();
        return kept is null || now >= kept.FetchedAt + _options.PublicKeyLifetime
            ? null
            : kept.Keys.Where(key => key.Serves(usage, now)).MaxBy(key => key.ValidFrom);
    }

    private async Task<Kept> FetchAsync()
    {
        Kept? fetched = null;
        try
        {
            var answer = await _transport.SendAsync(Fetching, PublicKeyJson.Default.IReadOnlyListPublicKeyAnswer, CancellationToken.None);
            fetched = new Kept([.. answer.Select(Read).OfType<KsefPublicKey>()], _time.GetUtcNow());
            Log.KeysFetched(_logger, fetched.Keys.Count);
            return fetched;
        }
        finally
        {
            lock (_gate)
            {
                _kept = fetched ?? _kept;
                _fetch = null;
            }
        }
    }

    private KsefPublicKey? Read(PublicKeyAnswer answer)
    {
        try
        {
            var der = Convert.FromBase64String(answer.Certificate ?? string.Empty);
            return new KsefPublicKey(PublishedRsaKey.Read(der), answer.PublicKeyId, answer.ValidFrom, answer.ValidTo, answer.Usage ?? []);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            // One entry of a kind that is not known yet must not hide the others.
            Log.KeyUnreadable(_logger, answer.PublicKeyId);
            return null;
        }
    }

    private sealed record Kept(IReadOnlyList<KsefPublicKey> Keys, DateTimeOffset FetchedAt);
}
