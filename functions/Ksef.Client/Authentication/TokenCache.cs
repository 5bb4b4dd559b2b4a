using Microsoft.Extensions.Logging;

namespace Ksef.Client;

/// <summary>
/// The tokens of one context. Renewed when four fifths of the access token's life are over: by the refresh token, and by a full login when
/// that fails for whatever reason or the application has another credential by now. Callers at the same time share one renewal.
/// </summary>
internal sealed class TokenCache(
    ContextIdentifier context,
    IKsefCredentialSource credentials,
    Login login,
    AuthenticationCalls calls,
    TimeProvider time,
    ILogger<TokenCache> logger)
{
    private readonly Lock _gate = new();
    private HeldTokens? _held;
    private Task<HeldTokens>? _renewal;

    public Task<HeldTokens> GetAsync(CancellationToken cancellationToken)
    {
        Task<HeldTokens> renewal;
        lock (_gate)
        {
            if (_held is { } held && time.GetUtcNow() < held.Access.RefreshAt)
            {
                return Task.FromResult(held);
            }

            // Not under the caller's token: one caller that gives up must not end the login of the others.
            renewal = _renewal ??= Task.Run(() => RenewAsync(_held), CancellationToken.None);
        }

        return renewal.WaitAsync(cancellationToken);
    }

    /// <summary>Forgets tokens that KSeF does not take any more, unless newer ones are here already.</summary>
    public void Drop(HeldTokens refused)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_held, refused))
            {
                _held = null;
            }
        }
    }

    private async Task<HeldTokens> RenewAsync(HeldTokens? old)
    {
        HeldTokens? renewed = null;
        try
        {
            var credential = await credentials.GetAsync(context, CancellationToken.None);
            renewed = (old is null ? null : await TryRefreshAsync(old, credential)) ?? await LoginAsync(credential);
            return renewed;
        }
        finally
        {
            lock (_gate)
            {
                _held = renewed ?? _held;
                _renewal = null;
            }
        }
    }

    private async Task<HeldTokens?> TryRefreshAsync(HeldTokens old, KsefCredential credential)
    {
        if (old.CredentialMark != credential.Mark)
        {
            Log.CredentialChanged(logger, context);
            return null;
        }

        if (old.Refresh is not { } refresh || time.GetUtcNow() >= refresh.EndsAt)
        {
            return null;
        }

        try
        {
            var answer = await calls.RefreshAsync(refresh, CancellationToken.None);
            Log.Refreshed(logger, context);
            return old.With(HeldToken.From(answer.AccessToken, time.GetUtcNow()));
        }
        catch (KsefException exception)
        {
            Log.RefreshFailed(logger, context, exception.Message);
            return null;
        }
    }

    private async Task<HeldTokens> LoginAsync(KsefCredential credential)
    {
        var tokens = await login.RunAsync(context, credential, CancellationToken.None);
        Log.Authenticated(logger, context, tokens.ReferenceNumber);
        return tokens;
    }
}
