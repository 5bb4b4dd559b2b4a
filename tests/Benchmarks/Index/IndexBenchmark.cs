using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KsefFunctions.Index;
using KsefFunctions.Storage;
using LocalHost.Azurite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benchmarks.Index;

/// <summary>
/// Fills the index of invoices and searches it: seconds are Azurite's, rows read are what they would be on Azure, which finds a range of keys as fast among
/// a million rows as among a hundred.
/// </summary>
internal static class IndexBenchmark
{
    private const int PageSize = 50;
    private const int Repetitions = 5;
    private const int AtOnce = 8;

    public static async Task RunAsync(int invoices)
    {
        // Azurite keeps all rows in memory.
        Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=16384");
        await using var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);
        var options = IndexTable.Options();
        var transactions = new TransactionCount();
        options.AddPolicy(transactions, Azure.Core.HttpPipelinePosition.PerRetry);
        var tables = new TableServiceClient(azurite.InvoicesConnectionString, options);
        var index = new InvoiceIndex(tables, new InvoiceStorage(new BlobServiceClient(azurite.InvoicesConnectionString)), TimeProvider.System, NullLogger<InvoiceIndex>.Instance);
        var data = new IndexData(invoices);
        var started = Stopwatch.GetTimestamp();
        foreach (var company in data.Files.GroupBy(file => file.ContextNip))
        {
            await Parallel.ForEachAsync(company, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, token) => await index.WriteAsync(before: null, file, token));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{invoices} invoices written in {seconds:F1} s, {transactions.Count} transactions, {(double)transactions.Rows / transactions.Count:F1} rows in each, {(double)transactions.Rows / invoices:F1} rows for each invoice"));
        var search = new InvoiceSearch(tables);
        Console.WriteLine("| search | found | ms | rows read for each shown |\n|---|---|---|---|");
        foreach (var (name, filter) in IndexData.Searches)
        {
            await ShowAsync(name, () => search.FindAsync(filter, PageSize, continuation: null, CancellationToken.None));
        }

        await ShowAsync("a month of one company", () => AllAsync(search, new InvoiceFilter { ContextNip = IndexData.SmallCompany, ReceivedFrom = IndexData.MonthFrom, ReceivedTo = IndexData.MonthTo }));
    }

    private static async Task ShowAsync(string name, Func<Task<InvoicesFound>> find)
    {
        await find();
        var times = new List<double>();
        InvoicesFound found = null!;
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var started = Stopwatch.GetTimestamp();
            found = await find();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {found.Invoices.Count} | {times[Repetitions / 2]:F0} | {(double)found.RowsRead / Math.Max(found.Invoices.Count, 1):F2} |"));
    }

    private static async Task<InvoicesFound> AllAsync(InvoiceSearch search, InvoiceFilter filter)
    {
        var all = new List<IndexedInvoice>();
        var (rows, continuation) = (0, (string?)null);
        do
        {
            var page = await search.FindAsync(filter, size: 500, continuation, CancellationToken.None);
            all.AddRange(page.Invoices);
            rows += page.RowsRead;
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return new InvoicesFound(all, Continuation: null) { RowsRead = rows };
    }
}
