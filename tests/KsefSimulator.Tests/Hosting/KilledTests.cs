using System.Collections.Concurrent;
using System.Net;
using KsefSimulator.Tests.Support;
using SampleInvoices;

namespace KsefSimulator.Tests.Hosting;

/// <summary>What a killed simulator still knows.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ksef-simulator-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Killed_WhileInvoicesArrive_HasEveryOneThatItHadAnswered()
    {
        var answered = new ConcurrentBag<(byte[] Invoice, string Reference)>();
        TestSession session;
        await using (var first = await StartAsync())
        {
            session = await first.Ksef.OpenOnlineAsync(await first.Ksef.LoginAsync());
            var senders = Enumerable.Range(0, 4).Select(_ => SendUntilCutAsync(session, answered)).ToArray();
            await TestKsef.EventuallyAsync(() => Task.FromResult(answered.Count), count => count >= 60);
            await first.KillAsync();
            await Task.WhenAll(senders);
        }

        await using var second = await StartAsync();
        session = session with { Ksef = second.Ksef };
        var listed = (await session.InvoicesAsync("?pageSize=1000")).ToDictionary(invoice => invoice!["referenceNumber"]!.GetValue<string>(), invoice => invoice!);
        listed.Values.Select(invoice => invoice["ordinalNumber"]!.GetValue<int>()).Order().ShouldBe(Enumerable.Range(1, listed.Count));
        listed.Values.Select(invoice => invoice["ksefNumber"]!.GetValue<string>()).Distinct().Count().ShouldBe(listed.Count);
        foreach (var (invoice, reference) in answered)
        {
            listed[reference]["invoiceHash"]!.GetValue<string>().ShouldBe(TestKsef.Sha256(invoice));
            (await second.Ksef.GetAsync($"invoices/ksef/{listed[reference]["ksefNumber"]}", session.Token)).Body.ShouldBe(invoice);
        }

        (await session.VerdictAsync(answered.First().Invoice))["code"]!.GetValue<int>().ShouldBe(440);
        (await session.CloseAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Killed_WhileAPackageIsProcessed_TakesItUpAgainAndNumbersEveryInvoiceOnce()
    {
        const int count = 1500;
        TestSession session;
        await using (var first = await StartAsync())
        {
            var archive = SampleArchive.Zip(Enumerable.Range(0, count).Select(index => ($"{index:D4}.xml", TestInvoice.Valid())));
            session = await (await TestPackage.CreateAsync(first.Ksef, await first.Ksef.LoginAsync(), archive)).SendAsync();
            (await session.StatusAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(150);
            await first.KillAsync();
        }

        await using var second = await StartAsync();
        session = session with { Ksef = second.Ksef };

        var status = await session.FinalAsync();
        (status["status"]!["code"]!.GetValue<int>(), status["successfulInvoiceCount"]!.GetValue<int>()).ShouldBe((200, count));
        _directory.GetDirectories("parts").Single().GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task Killed_AfterTheClockWasMoved_GoesOnWhereItWas()
    {
        await using (var first = await StartAsync())
        {
            await first.Ksef.PostAsync("/_simulator/clock", new System.Text.Json.Nodes.JsonObject { ["advance"] = "40.00:00:00" });
            await first.KillAsync();
        }

        await using var second = await StartAsync();

        DateTimeOffset.Parse((await second.Ksef.GetAsync("/_simulator/clock")).Json["now"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddDays(39));
    }

    private static async Task SendUntilCutAsync(TestSession session, ConcurrentBag<(byte[] Invoice, string Reference)> answered)
    {
        try
        {
            while (true)
            {
                var invoice = TestInvoice.Valid();
                answered.Add((invoice, await session.SendAsync(invoice)));
            }
        }
        catch (HttpRequestException)
        {
            // The kill: what it cut off has no answer and may or may not be there.
        }
    }

    private Task<SimulatorProcess> StartAsync() => SimulatorProcess.StartAsync("--data", _directory.FullName, "--processing-delay", "0s");
}
