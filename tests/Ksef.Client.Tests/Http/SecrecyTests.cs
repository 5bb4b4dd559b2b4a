using System.Diagnostics;
using System.Net;

namespace Ksef.Client.Tests;

public sealed class SecrecyTests
{
    [Fact]
    public async Task LogsTracesAndExceptions_WholeLifeOfASession_ShowNoSecret()
    {
        List<string> traced = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == KsefTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (traced)
                {
                    traced.Add($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var client = new TestClient();
        client.Ksef.On("GET limits/context", Answers.Unauthorized, () => Answers.Html(HttpStatusCode.BadGateway), () => Answers.Json("{}"));
        client.Ksef.On("PUT /part", _ => throw new HttpRequestException("reset"));
        client.Ksef.On("POST auth/token/refresh", _ => Answers.Refusal(KsefErrorCode.NotAuthorised));
        List<string> thrown = [];

        await client.Context.Limits.GetAsync(default);
        client.Time.Advance(TimeSpan.FromMinutes(13));
        await client.Context.Limits.GetAsync(default);
        var content = new MemoryStream([1]);
        var part = new PartUpload(1, "PUT", new Uri("https://storage.test/part?sig=abc"), new Dictionary<string, string?>(), 1, "x");
        thrown.Add((await Should.ThrowAsync<KsefUnavailableException>(() => client.Context.Batch.UploadPartAsync(part, content, default))).ToString());
        client.Ksef.On("POST auth/ksef-token", _ => Answers.Refusal(KsefErrorCode.InvalidRequest));
        client.Time.Advance(TimeSpan.FromDays(10));
        thrown.Add((await Should.ThrowAsync<KsefApiException>(() => client.Context.AuthenticateAsync(default))).ToString());

        string[] secrets = ["SECRET", "0123456789abcdef", "access-1", "access-2", "authentication-", "refresh\"", "sig=abc"];
        string[] shown = [.. client.Log.Lines, .. traced, .. thrown];
        shown.Length.ShouldBeGreaterThan(10);
        shown.ShouldContain(line => line.Contains("PUT {partUploadUrl}"));
        foreach (var secret in secrets)
        {
            shown.ShouldNotContain(line => line.Contains(secret));
        }
    }

    [Fact]
    public void ToString_OfWhatHoldsSecrets_NamesTheTypeOnly()
    {
        using var certificate = Certificates.Rsa();
        using var ksef = new DecryptingKsef();
        using var key = SessionKey.Create(ksef.PublicKey);
        var answer = new TokenAnswer { Token = "SECRET", ValidUntil = DateTimeOffset.UnixEpoch };

        new TokenCredential("SECRET").ToString().ShouldBe(nameof(TokenCredential));
        new CertificateCredential(certificate).ToString().ShouldBe(nameof(CertificateCredential));
        key.ToString().ShouldBe(nameof(SessionKey));
        $"{answer} {HeldToken.From(answer, DateTimeOffset.UnixEpoch)} {new TokensAnswer { AccessToken = answer, RefreshToken = answer }}".ShouldNotContain("SECRET");
    }
}
