using KsefFunctions.Files;
using KsefSimulator.Invoices;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Sending is cut off around each call that changes something at KSeF, or its answer is lost: what the ledger announced before says what may have come of it.</summary>
public sealed class CutOffTests(CutCall calls) : IClassFixture<CutCall>
{
    public static TheoryData<string, string, string, Cut> Calls
    {
        get
        {
            (string Kind, string Method, string Path)[] all =
            [
                ("xml", "POST", "/sessions/online"), ("xml", "POST", "/sessions/online/[^/]+/invoices"), ("xml", "POST", "/sessions/online/[^/]+/close"),
                ("zip", "POST", "/sessions/batch"), ("zip", "PUT", "/batch-parts/1"), ("zip", "POST", "/sessions/batch/[^/]+/close"),
            ];
            var data = new TheoryData<string, string, string, Cut>();
            foreach (var (kind, method, path) in all)
            {
                foreach (var how in Enum.GetValues<Cut>())
                {
                    data.Add(kind, method, path, how);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task SendConsignment_CutOffAtACall_EveryInvoiceIsAtKsefOnce(string kind, string method, string path, Cut how)
    {
        calls.Strike(method, path, how);

        var record = await calls.App.SettleAsync(
            $"{Guid.NewGuid():N}.{kind}", kind == "zip" ? SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3)) : RunningApp.Invoice().ToBytes());

        calls.HasStruck.ShouldBeTrue();
        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Invoices.ShouldAllBe(row => row.Errors.Count == 0);
        var sent = calls.App.Simulator.Services.GetRequiredService<InvoiceLedger>().All.ToLookup(invoice => invoice.Hash);
        record.Invoices.ShouldAllBe(row => sent[row.InvoiceHash].Count() == 1);
    }
}
