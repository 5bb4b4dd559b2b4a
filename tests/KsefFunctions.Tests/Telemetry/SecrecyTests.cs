using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using LocalHost.Credentials;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SampleInvoices;

namespace KsefFunctions.Tests.Telemetry;

/// <summary>No secret and no invoice content in anything that is logged, traced, kept as history or kept as evidence, whichever way a file goes.</summary>
[Collection(ProcessWideTests.Name)]
public sealed class SecrecyTests
{
    private const string TokenCompany = SampleNips.Stranger;
    private const string UnknownCompany = SampleNips.Farmer;

    [Fact]
    public async Task Run_EveryWayThatAFileCanGo_NothingHoldsASecretOrInvoiceContent()
    {
        var spy = new SecretSpy();
        var credentials = new Credentials(spy);
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, services =>
        {
            spy.Listen(services);
            services.Replace(ServiceDescriptor.Singleton<IKsefCredentialSource>(credentials));
        });
        using var reports = new Reports(app.Log, span => !IsOfTheSimulator(span, app));
        credentials.Token = await NewTokenAsync(app);
        NoteKeysOf(app, spy);
        NoteContent(spy);

        var undisturbed = await Task.WhenAll(
            app.SettleAsync("accepted.xml", Secret("1").ToBytes()),
            app.SettleAsync("by-token.xml", Secret("2").SoldBy(TokenCompany).ToBytes(), TokenCompany),
            app.SettleAsync("batch.zip", SampleArchive.Zip([("1.xml", Secret("3").ToBytes()), ("2.xml", Secret("4").ToBytes())])),
            app.SettleAsync("broken.xml", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Secret("5").ToBytes()).Replace("P_2>", "P_2X>"))),
            app.SettleAsync("too-early.xml", (Secret("6") with { IssueDate = Today(app).AddDays(20), TotalGross = 1m }).ToBytes()),
            app.SettleAsync("dead.xml", Secret("7").SoldBy(UnknownCompany).ToBytes(), UnknownCompany));
        app.Simulator.Faults.Enable("440-foreign");
        var duplicate = await app.SettleAsync("duplicate.xml", Secret("8").ToBytes());
        app.Simulator.Faults.Clear();
        app.Simulator.Faults.Enable("html-502");
        app.Simulator.Faults.Enable("429-short");
        var disturbed = await app.SettleAsync("disturbed.xml", Secret("9").ToBytes());
        app.Simulator.Faults.Clear();
        app.Simulator.Faults.Enable("200-with-rejections");
        var refused = await app.SettleAsync("refused.zip", SampleArchive.Zip([.. Enumerable.Range(10, 4).Select(number => ($"{number}.xml", Secret($"{number}").ToBytes()))]));
        app.Simulator.Faults.Clear();
        await ReadAsync(app, undisturbed[0]);
        await app.PostAsync($"files/{undisturbed[5].Id}/replay", new { });
        await app.SettledAsync(undisturbed[5].Id, $"{UnknownCompany}/dead.xml", attempt: 2);

        undisturbed.Concat([duplicate, disturbed, refused]).Select(record => record.Outcome).ShouldBe(
        [
            FileOutcome.Accepted, FileOutcome.Accepted, FileOutcome.Accepted, FileOutcome.Rejected, FileOutcome.Rejected, FileOutcome.DeadLettered,
            FileOutcome.Duplicate, FileOutcome.Accepted, FileOutcome.PartlyAccepted,
        ]);
        spy.Secrets.Values.Distinct().Count().ShouldBeGreaterThan(12);
        reports.Lines.ShouldContain(line => line.StartsWith("Azure-Core", StringComparison.Ordinal));
        reports.Lines.ShouldContain(line => line.StartsWith("Span Microsoft.AspNetCore", StringComparison.Ordinal));
        reports.Lines.ShouldContain(line => line.StartsWith("Span Ksef.Client", StringComparison.Ordinal));
        reports.Lines.ShouldContain(line => line.Contains("KsefFunctions.Steps.KsefSteps[2", StringComparison.Ordinal));
        reports.Leaks(spy.Secrets).ShouldBeEmpty();
        await KeptAsync(app, spy);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("value")]
    [InlineData("scope")]
    [InlineData("exception")]
    [InlineData("span name")]
    [InlineData("tag")]
    [InlineData("event")]
    [InlineData("link")]
    [InlineData("status")]
    public void Leaks_SecretPlanted_IsFound(string where)
    {
        const string Planted = "planted-secret";
        using var log = new LogCollector();
        using var reports = new Reports(log, span => span.Source.Name == nameof(SecrecyTests));
        using var source = new ActivitySource(nameof(SecrecyTests));
        var logger = log.CreateLogger("any");
        var link = new ActivityLink(new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None), new() { ["a"] = where == "link" ? Planted : "b" });
        using (var span = source.StartActivity(where == "span name" ? Planted : "span", ActivityKind.Internal, default(ActivityContext), links: [link]))
        {
            span!.SetTag("a", where == "tag" ? Planted : "b");
            span.AddEvent(new ActivityEvent("event", tags: new() { ["a"] = where == "event" ? Planted : "b" }));
            span.SetStatus(ActivityStatusCode.Error, where == "status" ? Planted : "b");
        }

        logger.BeginScope(new Dictionary<string, object?> { ["a"] = where == "scope" ? Planted : "b" });
        logger.Log(
            LogLevel.Trace,
            default,
            new Dictionary<string, object?> { ["a"] = where == "value" ? Planted : "b" },
            new IOException("outer", new IOException(where == "exception" ? Planted : "inner")),
            (_, _) => where == "message" ? Planted : "message");

        reports.Leaks(new Dictionary<string, string> { [Planted] = "secret" }).ShouldHaveSingleItem();
    }

    private static SampleInvoice Secret(string number) => RunningApp.Invoice() with
    {
        Number = $"TAJNE/{RunningApp.NextNumber()}/{number}",
        Buyer = new SampleParty(SampleNips.PublicBody, "Tajny Nabywca sp. z o.o.", "ul. Ukryta 7", "00-001 Poufne"),
        Lines = [new SampleLine("Usługa poufna", "szt.", 3, 1234.57m, SampleRate.Standard23)],
    };

    private static DateOnly Today(RunningApp app) => DateOnly.FromDateTime(app.Simulator.Clock.GetUtcNow().UtcDateTime);

    private static void NoteContent(SecretSpy spy)
    {
        spy.Note("TAJNE/", "invoice number");
        spy.Note("Tajny Nabywca", "name of the buyer");
        spy.Note(SampleNips.PublicBody, "NIP of the buyer");
        spy.Note("Ukryta", "address of the buyer");
        spy.Note("poufna", "text of a line");
        spy.Note("1234.57", "price");
        spy.Note("Młyn Pod Lipami", "name of the seller");
    }

    private static void NoteKeysOf(RunningApp app, SecretSpy spy)
    {
        spy.Note("eyJhbGciOi", "JWT");
        spy.Note("eyJ0eXAiOi", "JWT");
        spy.Note("PRIVATE KEY", "private key");
        spy.Note("?sig=", "signature of an address");
        spy.Note("&sig=", "signature of an address");
        spy.Note("SharedKey", "signature of a storage request");
        var account = app.Around.Azurite.InvoicesConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal));
        spy.Note(account["AccountKey=".Length..], "storage key");
    }

    // A token as a company makes it: signed in with a certificate, outside the app.
    private static async Task<string> NewTokenAsync(RunningApp app)
    {
        using var maker = new Credentials(new SecretSpy());
        var outside = new SecretSpy();
        var services = new ServiceCollection().AddSingleton<IKsefCredentialSource>(maker);
        services.AddKsefClient(options => options.Environment = KsefEnvironment.Simulator(app.Simulator.BaseAddress));
        outside.Listen(services);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<KsefContexts>().For(ContextIdentifier.Nip(TokenCompany)).Limits.GetAsync(CancellationToken.None);
        using var http = new HttpClient { BaseAddress = app.Simulator.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", outside.Bearer);
        var answer = await http.PostAsJsonAsync("tokens", new { permissions = new[] { "InvoiceRead", "InvoiceWrite" }, description = "Test token" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task ReadAsync(RunningApp app, FileRecord record)
    {
        await app.Http.GetStringAsync("files");
        await app.Http.GetStringAsync($"files/{record.Id}");
        await app.Http.GetStringAsync($"files/{record.Id}/original");
        await app.Http.GetStringAsync($"files/{record.Id}/upo/1");
        await app.Http.GetStringAsync("dashboard");
    }

    private static bool IsOfTheSimulator(Activity span, RunningApp app) =>
        span.Source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && span.GetTagItem("server.port") is int port && port != app.Address.Port;

    // Histories, dead letters and evidence are read by people too. Evidence is what KSeF said of the invoices, so only secrets are sought in it.
    private static async Task KeptAsync(RunningApp app, SecretSpy spy)
    {
        var history = app.History;
        var evidence = await TextAsync(app, "archive", name => name.Contains("/ksef/", StringComparison.Ordinal));
        var poison = string.Concat((await app.DeadLettersAsync()).Select(letter => $"{letter.Body}{letter.DeadLetterErrorDescription}"));

        history.Length.ShouldBeGreaterThan(1000);
        evidence.Length.ShouldBeGreaterThan(1000);
        poison.Length.ShouldBeGreaterThan(100);
        spy.Secrets.Where(secret => history.Contains(secret.Key) || poison.Contains(secret.Key)).Select(secret => secret.Value).ShouldBeEmpty();
        string[] content = ["invoice number", "name of the buyer", "NIP of the buyer", "name of the seller"];
        spy.Secrets.Where(secret => evidence.Contains(secret.Key)).Select(secret => secret.Value).Except(content).ShouldBeEmpty();
    }

    private static async Task<string> TextAsync(RunningApp app, string container, Func<string, bool> chosen)
    {
        var all = new StringBuilder();
        foreach (var name in (await app.NamesAsync(container)).Where(chosen))
        {
            all.AppendLine((await app.Container(container).GetBlobClient(name).DownloadContentAsync()).Value.Content.ToString());
        }

        return all.ToString();
    }

    /// <summary>A certificate for most, a token for one company, nothing for another.</summary>
    private sealed class Credentials(SecretSpy spy) : IKsefCredentialSource, IDisposable
    {
        private readonly ConcurrentDictionary<string, X509Certificate2> _certificates = new();

        public string? Token { get; set; }

        public ValueTask<KsefCredential> GetAsync(ContextIdentifier context, CancellationToken cancellationToken) => ValueTask.FromResult(Of(context));

        public void Dispose()
        {
            foreach (var certificate in _certificates.Values)
            {
                certificate.Dispose();
            }
        }

        private KsefCredential Of(ContextIdentifier context)
        {
            switch (context.Value)
            {
                case TokenCompany when Token is { } token:
                    spy.Note(token, "KSeF token");
                    return new TokenCredential(token);
                case UnknownCompany:
                    throw new PipelineException(CertificateErrors.NoCredential, context.Value);
                default:
                    var certificate = _certificates.GetOrAdd(context.Value, nip => CompanySeal.Make(nip, TimeProvider.System));
                    using (var key = certificate.GetECDsaPrivateKey())
                    {
                        spy.Note(Convert.ToBase64String(key!.ExportPkcs8PrivateKey()), "private key of the certificate");
                        spy.Note(Convert.ToBase64String(key.ExportParameters(includePrivateParameters: true).D!), "private number of the certificate");
                    }

                    return new CertificateCredential(certificate);
            }
        }
    }
}
