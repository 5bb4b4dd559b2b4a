using KsefFunctions.Files;
using KsefFunctions.Settings;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Durable runs an activity at least once: again after a lost checkpoint.</summary>
public sealed class RepeatedActivityTests
{
    [Fact]
    public async Task Drop_EveryActivityRunsTwice_EveryInvoiceIsAcceptedOnce()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, _ => { }, TwiceAsync);

        var records = await Task.WhenAll(
            app.SettleAsync("single.xml", RunningApp.Invoice().ToBytes()),
            app.SettleAsync("package.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3))));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        var rows = records.SelectMany(record => record.Invoices).ToList();
        rows.Select(row => row.KsefNumber).ShouldBeUnique();
        rows.ShouldAllBe(row => row.Errors.Count == 0);
    }

    private static async Task<object?> TwiceAsync(ActivityCall call)
    {
        await call.RunAsync();
        return await call.RunAsync();
    }
}
