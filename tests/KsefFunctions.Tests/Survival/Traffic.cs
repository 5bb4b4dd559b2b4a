using System.Collections.Concurrent;
using System.Security.Cryptography;
using KsefFunctions.Files;
using KsefFunctions.Receipts;
using KsefSimulator.Invoices;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Survival;

/// <summary>Files that a test has dropped, all of them good, and what must have become of them whatever happened on their way.</summary>
internal sealed class Traffic(AppUnderTest app)
{
    private const int InPackage = 5;

    private readonly ConcurrentBag<DroppedFile> _files = [];

    public int Count => _files.Count;

    /// <summary>Ids in the ledger.</summary>
    public IReadOnlyList<string> Ids => [.. _files.Select(file => file.Id).Order()];

    public Task DropSinglesAsync(int count, string nip = SampleNips.Seller) => DropAsync(count, nip, () => (".xml", [AppUnderTest.Invoice().SoldBy(nip).ToBytes()]));

    /// <summary>Packages of five.</summary>
    public Task DropPackagesAsync(int count) =>
        DropAsync(count, SampleNips.Seller, () => (".zip", [.. SampleArchive.Invoices(AppUnderTest.Invoice(), InPackage).Select(invoice => invoice.Content)]));

    /// <summary>Waits until so many files are in the ledger and not settled, and one of them at least is at KSeF.</summary>
    public Task InFlightAsync(int count) => AppUnderTest.EventuallyAsync(
        async () =>
        {
            var unsettled = await app.Ledger.ListAllAsync(CancellationToken.None).Where(file => !file.IsFinal).ToListAsync();
            return unsettled.Count >= count && unsettled.Any(file => file.Outcome is FileOutcome.Sending or FileOutcome.Processing);
        },
        () => $"{count} files are in flight");

    /// <summary>Waits until all have reached an outcome.</summary>
    public Task ReachedAsync(FileOutcome outcome) => AppUnderTest.EventuallyAsync(
        async () => (await OutcomesAsync()).Count(reached => reached == outcome) == Count, () => $"all files are {outcome}");

    /// <summary>Where the files stand.</summary>
    public async Task<IReadOnlyList<FileOutcome>> OutcomesAsync() => await app.Ledger.ListAllAsync(CancellationToken.None).Select(file => file.Outcome).ToListAsync();

    /// <summary>Waits until the outbox has a result for every file.</summary>
    public async Task SettledAsync(TimeSpan patience)
    {
        IReadOnlyList<string> missing = [];
        await AppUnderTest.EventuallyAsync(
            async () =>
            {
                var outbox = (await app.NamesAsync("outbox")).ToHashSet();
                missing = [.. _files.Select(file => file.Path).Where(path => !outbox.Contains($"{path}.result.json"))];
                return missing.Count == 0;
            },
            () => $"all files have results; still missing: {string.Join(", ", missing)}",
            patience);
    }

    /// <summary>Each invoice went to KSeF once, and the ERP has its number and its receipt.</summary>
    public async Task ShouldBeAcceptedOnceAsync()
    {
        var sent = app.Simulator.Services.GetRequiredService<InvoiceLedger>().All.ToLookup(invoice => invoice.Hash);
        var numbers = new List<string>();
        foreach (var file in _files)
        {
            var result = await app.ResultAsync(file.Path);
            result.GetProperty("outcome").GetString().ShouldBe(nameof(FileOutcome.Accepted), $"{file.Path}: {result}");
            numbers.AddRange(result.GetProperty("invoices").EnumerateArray().Select(row => row.GetProperty("ksefNumber").GetString()!));
            (await UpoOf(file)).Select(confirmed => confirmed.Hash).ShouldBe(file.Hashes, ignoreOrder: true, file.Path);
            foreach (var hash in file.Hashes)
            {
                sent[hash].Count().ShouldBe(1, $"how often KSeF got an invoice of {file.Path}");
            }
        }

        numbers.Count.ShouldBe(_files.Sum(file => file.Hashes.Count));
        numbers.ShouldBeUnique();
    }

    /// <summary>The ledger says of each file that it was accepted.</summary>
    public async Task LedgerShouldBeFinalAsync()
    {
        foreach (var file in _files)
        {
            (await app.Ledger.FindAsync(file.Id, CancellationToken.None)).ShouldNotBeNull().Outcome.ShouldBe(FileOutcome.Accepted, file.Path);
        }
    }

    private Task DropAsync(int count, string nip, Func<(string Extension, IReadOnlyList<byte[]> Invoices)> next) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), async (_, _) =>
        {
            var (extension, invoices) = next();
            var content = invoices.Count == 1 ? invoices[0] : SampleArchive.Zip(invoices.Select((invoice, index) => ($"{index}.xml", invoice)));
            var id = AppUnderTest.IdOf(content, nip);
            var path = $"{nip}/{id[^12..]}{extension}";
            _files.Add(new DroppedFile(path, id, [.. invoices.Select(invoice => Convert.ToBase64String(SHA256.HashData(invoice)))]));
            await app.DropAsync(path, content);
        });

    private async Task<IReadOnlyList<(string KsefNumber, string Hash)>> UpoOf(DroppedFile file) => UpoProof.Confirmed(
        System.Text.Encoding.UTF8.GetBytes((await app.OutboxTextAsync($"{file.Path}.upo.xml")).ShouldNotBeNull(file.Path)));

    private sealed record DroppedFile(string Path, string Id, IReadOnlyList<string> Hashes);
}
