using Azure.Storage.Blobs;
using KsefFunctions.Ledger;
using LocalHost.Durable;
using LocalHost.Durable.Faults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

public sealed class RepeatedActivityTests
{
    [Fact]
    public async Task Drop_EveryActivityRunsTwice_EveryInvoiceIsAcceptedOnce()
    {
        await using var app = await RunningApp.StartAsync(Hosting.FlowMode.Automatic, RunEveryActivityTwice);

        var records = await Task.WhenAll(
            app.SettleAsync("single.xml", RunningApp.Invoice().ToBytes()),
            app.SettleAsync("package.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3))));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        var rows = records.SelectMany(record => record.Invoices).ToList();
        rows.Select(row => row.KsefNumber).ShouldBeUnique();
        rows.ShouldAllBe(row => row.Errors.Count == 0);
    }

    private static void RunEveryActivityTwice(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(provider => new DurableEngine(
        provider.GetRequiredService<IDurableFunctions>(),
        new BlobHistoryStore(provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("durable-history")),
        new DurableEngineOptions { FaultInjection = new FaultInjection { RepeatActivity = _ => true } },
        provider.GetRequiredService<ILoggerFactory>())));
}
