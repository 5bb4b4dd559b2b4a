using System.Net;
using KsefSimulator.Tests.Support;

namespace KsefSimulator.Tests.Samples;

public sealed class SampleInvoiceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("&number=FV%20%3C1%3E%20%26%202")]
    public async Task Sample_OfTheContext_IsAccepted(string query)
    {
        await using var ksef = await TestKsef.StartAsync();
        var session = await ksef.OpenOnlineAsync(await ksef.LoginAsync());

        var sample = await ksef.GetAsync($"/_simulator/invoice?nip={TestKsef.Nip}{query}");

        var verdict = await session.VerdictAsync(sample.Body);
        verdict["code"]!.GetValue<int>().ShouldBe(200, verdict.ToJsonString());
    }

    [Fact]
    public async Task Sample_WithoutASeller_IsRefused()
    {
        await using var ksef = await TestKsef.StartAsync();

        (await ksef.GetAsync("/_simulator/invoice")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }
}
