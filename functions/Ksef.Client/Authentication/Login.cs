using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ksef.Client;

/// <summary>A full authentication: challenge, proof, status, tokens. Source: KSeF API 2.6, /auth.</summary>
internal sealed class Login(AuthenticationCalls calls, PublicKeys keys, IOptions<KsefClientOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public async Task<HeldTokens> RunAsync(ContextIdentifier context, KsefCredential credential, CancellationToken cancellationToken)
    {
        var started = credential switch
        {
            CertificateCredential certificate => await SignAsync(context, certificate, cancellationToken),
            TokenCredential token => await PresentAsync(context, token, cancellationToken),
            _ => throw new NotSupportedException($"{credential} is not a credential that KSeF knows."),
        };
        await WaitAsync(started, cancellationToken);
        var tokens = await calls.RedeemAsync(started, cancellationToken);
        var now = time.GetUtcNow();
        var refresh = tokens.RefreshToken is { } answer ? HeldToken.From(answer, now) : null;
        return new HeldTokens(started.ReferenceNumber, credential.Mark, HeldToken.From(tokens.AccessToken, now), refresh);
    }

    private async Task<AuthenticationStartAnswer> SignAsync(ContextIdentifier context, CertificateCredential credential, CancellationToken cancellationToken)
    {
        var challenge = await calls.ChallengeAsync(cancellationToken);
        var request = AuthTokenRequest.Create(challenge.Challenge, context, credential.ByFingerprint);

        // KSeF's own time, so that a wrong clock here does not date the signature into the future.
        var signed = XadesSigner.Sign(request, credential.Certificate, challenge.Timestamp);
        return await calls.StartWithSignatureAsync(signed, cancellationToken);
    }

    private async Task<AuthenticationStartAnswer> PresentAsync(ContextIdentifier context, TokenCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            return await keys.WatchAsync(() => PresentOnceAsync(context, credential, cancellationToken));
        }
        catch (KsefApiException exception) when (exception.Has(KsefErrorCode.UnknownPublicKey))
        {
            // KSeF changed its keys since they were fetched; WatchAsync has dropped them.
            return await PresentOnceAsync(context, credential, cancellationToken);
        }
    }

    private async Task<AuthenticationStartAnswer> PresentOnceAsync(ContextIdentifier context, TokenCredential credential, CancellationToken cancellationToken)
    {
        var key = await keys.GetAsync(PublicKeyUsage.KsefTokenEncryption, cancellationToken);
        var challenge = await calls.ChallengeAsync(cancellationToken);
        var timestamp = challenge.TimestampMs ?? challenge.Timestamp.ToUnixTimeMilliseconds();
        var plain = Encoding.UTF8.GetBytes(FormattableString.Invariant($"{credential.Token}|{timestamp}"));
        try
        {
            var encrypted = Convert.ToBase64String(key.Encrypt(plain));
            return await calls.StartWithTokenAsync(new TokenLoginRequest(challenge.Challenge, context, encrypted, key.PublicKeyId), cancellationToken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private async Task WaitAsync(AuthenticationStartAnswer started, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        var pause = options.Value.AuthenticationPollInterval;
        while (true)
        {
            var status = await calls.StatusAsync(started, cancellationToken);
            switch (status.Code)
            {
                case AuthenticationStatusCode.Succeeded:
                    return;
                case AuthenticationStatusCode.UnknownError or AuthenticationStatusCode.CancelledBySystem:
                    throw Unavailable($"KSeF ended it with status {(int)status.Code}: {status.Description}");
                case >= AuthenticationStatusCode.Succeeded:
                    throw new KsefAuthenticationException(status);
            }

            if (time.GetElapsedTime(since) + pause > options.Value.AuthenticationTimeout)
            {
                throw Unavailable("KSeF did not decide in time.");
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static KsefUnavailableException Unavailable(string reason) => new("the authentication", reason);
}
