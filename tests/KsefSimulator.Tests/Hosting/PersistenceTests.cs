using System.Net;
using KsefSimulator.Settings;
using KsefSimulator.Tests.Support;
using SampleInvoices;

namespace KsefSimulator.Tests.Hosting;

public sealed class PersistenceTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ksef-simulator-tests-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Restart_OpenSession_StillDecryptsAndKnowsItsInvoicesAndDuplicates()
    {
        var invoice = TestInvoice.Valid();
        TestSession session;
        byte[] upo;
        string number;
        await using (var before = await StartAsync())
        {
            session = await before.OpenOnlineAsync(await before.LoginAsync());
            var reference = await session.SendAsync(invoice);
            number = (await session.InvoicesAsync())[0]!["ksefNumber"]!.GetValue<string>();
            upo = (await before.GetAsync($"sessions/{session.Reference}/invoices/{reference}/upo", session.Token)).Body;
        }

        await using var after = await StartAsync();
        session = session with { Ksef = after };

        (await session.VerdictAsync(TestInvoice.Valid()))["code"]!.GetValue<int>().ShouldBe(200);
        (await session.VerdictAsync(invoice))["code"]!.GetValue<int>().ShouldBe(440);
        (await after.GetAsync($"invoices/ksef/{number}", session.Token)).Body.ShouldBe(invoice);
        (await after.GetAsync($"sessions/{session.Reference}/invoices/ksef/{number}/upo", session.Token)).Body.ShouldBe(upo);
        (await session.InvoicesAsync()).Count.ShouldBe(3);
        (await session.CloseAsync()).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Restart_BetweenUploadAndClose_ProcessesThePackage()
    {
        TestSession session;
        await using (var before = await StartAsync())
        {
            var package = await TestPackage.CreateAsync(before, await before.LoginAsync(), SampleArchive.Zip([("a.xml", TestInvoice.Valid())]));
            (session, var uploads) = await package.OpenAsync();
            await package.UploadAsync(uploads[0]!, package.Encrypted[0]);
        }

        await using var after = await StartAsync();
        session = session with { Ksef = after };
        await session.CloseAsync("batch");

        (await session.FinalAsync())["status"]!["code"]!.GetValue<int>().ShouldBe(200);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Restart_TornLastLineInTheJournal_IsDropped(int cut)
    {
        TestSession session;
        await using (var before = await StartAsync())
        {
            session = await before.OpenOnlineAsync(await before.LoginAsync());
            await session.SendAsync(TestInvoice.Valid());
        }

        var journal = Path.Combine(_directory.FullName, "journal.tsv");
        var lines = await File.ReadAllTextAsync(journal);
        var line = lines.Split('\n').First(line => line.StartsWith("invoice\t", StringComparison.Ordinal));

        // In the middle; after an inner object, where the rest looks finished; only the end of the line missing.
        await File.AppendAllTextAsync(journal, cut switch { 0 => line[..(line.Length / 2)], 1 => line[..(line.IndexOf('}', StringComparison.Ordinal) + 1)], _ => line });

        await using var after = await StartAsync();
        (await (session with { Ksef = after }).InvoicesAsync()).Count.ShouldBe(1);
    }

    private Task<TestKsef> StartAsync() => TestKsef.StartAsync(new SimulatorOptions { ProcessingDelay = TimeSpan.Zero, DataDirectory = _directory.FullName });
}
