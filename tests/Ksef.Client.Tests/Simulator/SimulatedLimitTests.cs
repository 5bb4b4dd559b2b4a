using System.Net.Http.Json;
using System.Text.Json;
using KsefSimulator.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Ksef.Client.Tests;

/// <summary>The client counts its calls in the groups in which a KSeF counts them.</summary>
public sealed class SimulatedLimitTests : IDisposable
{
    private readonly CertificateCredential _credential = new(Certificates.Ec(SimulatedKsef.Nip));

    [Theory]
    [InlineData(SpecLevel.V26)]
    [InlineData(SpecLevel.V28)]
    public async Task Read_AfterASession_CountsAsKsefDoes(SpecLevel level)
    {
        await using var ksef = await SimulatedKsef.StartAsync(new SimulatorOptions { RateLimits = RateLimitProfile.Test, SpecLevel = level });
        var services = ksef.Services(_credential);
        var client = SimulatedKsef.ContextOf(services);
        await client.Limits.GetRateLimitsAsync(default);
        await services.GetRequiredService<LimitReader>().ReadDueAsync(default);
        using var key = await client.NewKeyAsync();
        var session = await client.OpenOnlineAsync(key);
        await client.SendAsync(session, key, ksef.Invoice("FV/1"));
        await client.Online.CloseAsync(session, default);
        var status = await client.FinishedAsync(session);
        var accepted = (await client.Sessions.GetInvoicesAsync(session, default).ToListAsync()).Single();
        await client.Sessions.GetFailedInvoicesAsync(session, default).ToListAsync();
        await client.Sessions.GetInvoiceAsync(session, accepted.ReferenceNumber, default);
        await client.Sessions.GetUpoPageAsync(session, status.UpoPages[0].ReferenceNumber, default);
        await client.Sessions.GetInvoiceUpoAsync(session, accepted.KsefNumber!.Value, default);
        await client.Sessions.GetInvoiceUpoAsync(session, accepted.ReferenceNumber, default);
        await client.Invoices.GetAsync(accepted.KsefNumber!.Value, default);
        await client.Sessions.ListAsync(new SessionFilter(SessionType.Online), default).ToListAsync();

        var counted = services.GetRequiredService<LimitMeter>().Read().Where(use => use.Window == LimitWindow.Hour).ToDictionary(use => use.Group, use => (use.Max - use.Left, use.Max));

        var enforced = await EnforcedAsync(ksef);
        counted.ShouldBe(enforced, ignoreOrder: true);
        counted.Count.ShouldBeGreaterThanOrEqualTo(8);
    }

    public void Dispose() => _credential.Certificate.Dispose();

    private static async Task<Dictionary<string, (int Used, int Max)>> EnforcedAsync(SimulatedKsef ksef)
    {
        using var http = new HttpClient();
        var overview = await http.GetFromJsonAsync<JsonElement>(new Uri(ksef.Server.Origin, "/_simulator/overview"));
        return overview.GetProperty("limits").EnumerateArray()
            .Where(limit => limit.GetProperty("group").GetString() != "Anonymous")
            .ToDictionary(
                limit => JsonNamingPolicy.CamelCase.ConvertName(limit.GetProperty("group").GetString()!) is var name && name == "rateLimits" ? "other" : name,
                limit => (limit.GetProperty("lastHour").GetInt32(), limit.GetProperty("perHour").GetInt32()));
    }
}
