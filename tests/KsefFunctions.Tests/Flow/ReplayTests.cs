using KsefFunctions.Files;
using KsefSimulator.Invoices;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A person starts a file again: what KSeF has stays as it is.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task Replay_SomeInvoicesAccepted_SendsOnlyThoseWithoutANumber()
    {
        await using var app = await RunningApp.StartAsync("200-with-rejections");
        var path = $"{SampleNips.Seller}/partly.zip";
        var partly = await app.SettleAsync("partly.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 4)));
        var numbered = partly.Invoices.Where(row => row.KsefNumber is not null).ToList();

        app.Simulator.Faults.Clear();
        (await app.PostAsync($"files/{partly.Id}/replay", new { })).EnsureSuccessStatusCode();
        var replayed = await app.SettledAsync(partly.Id, path, attempt: 2);

        partly.Outcome.ShouldBe(FileOutcome.PartlyAccepted);
        replayed.Outcome.ShouldBe(FileOutcome.Accepted);
        numbered.Count.ShouldBe(3);
        replayed.Invoices.Select(row => row.KsefNumber).ShouldBeUnique();
        replayed.Invoices.Where(row => numbered.Any(known => known.Ordinal == row.Ordinal)).Select(row => row.KsefNumber).ShouldBe(numbered.Select(row => row.KsefNumber));
        var sent = app.Simulator.Services.GetRequiredService<InvoiceLedger>().All.ToLookup(invoice => invoice.Hash);
        numbered.ShouldAllBe(row => sent[row.InvoiceHash].Count() == 1);
    }
}
