using Azure.Storage.Blobs.Models;
using Ksef.Client;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using KsefFunctions.Sweep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SampleInvoices;

namespace KsefFunctions.Tests.Survival;

/// <summary>
/// What docs/operations.md says of a lost region or subscription: the containers of the invoice storage are copied, without <c>work</c>; runtime storage,
/// queue and vault are new and empty; the new app starts in <c>Approval</c> mode.
/// </summary>
public sealed class RestoreTests
{
    private static readonly string[] Copied = [ContainerNames.Inbox, ContainerNames.Outbox, ContainerNames.Archive, ContainerNames.Status, ContainerNames.Config];

    [Fact]
    public async Task Restore_CopyOfTheInvoiceStorageAndAnEmptyRuntime_HasEverythingAndSendsNothingTwice()
    {
        await using var lost = await RunningApp.StartAsync("stuck-150:count=2");
        var (moving, movingPackage, waiting, late) = (Invoice(), Package(), Invoice(), Invoice());
        await DropUntilAsync(lost, "moving.xml", moving, FileOutcome.Processing);
        await DropUntilAsync(lost, "moving.zip", movingPackage, FileOutcome.Processing);
        await lost.SettleAsync("done.xml", Invoice());
        await lost.SettleAsync("done.zip", Package());
        await lost.SettleAsync("wrong.xml", "<Faktura/>"u8.ToArray());
        Settings(lost).Mode = FlowMode.Approval;
        await DropUntilAsync(lost, "waiting.xml", waiting, FileOutcome.AwaitingApproval);
        await using var restored = await StartAtTheSameKsefAsync(lost);

        await CopyAsync(lost, restored);
        Settings(lost).Mode = FlowMode.Automatic;
        var sentAfterTheCopy = await lost.SettleAsync("late.xml", late);
        await EndAsync(lost);
        lost.Simulator.Clock.Advance(TimeSpan.FromHours(13));
        var (before, sends, batches) = (await RowsAsync(lost), Sends(lost), Batches(lost));

        await restored.RunTimerAsync(nameof(SweepTimer));
        await ApproveAsync(restored, "moving.xml", moving);
        await ApproveAsync(restored, "moving.zip", movingPackage);
        (Sends(lost), Batches(lost)).ShouldBe((sends, batches), "KSeF had all that was on its way");
        await ApproveAsync(restored, "waiting.xml", waiting);
        Sends(lost).ShouldBe(sends + 1, "nobody had let it go out");

        var after = await RowsAsync(restored);
        after.Keys.ShouldBe(before.Keys.Except([RunningApp.IdOf(late)]), ignoreOrder: true);
        after.Where(file => before[file.Key].Outcome == FileOutcome.Accepted).ShouldAllBe(file => file.Value == before[file.Key]);
        after.Values.Select(file => file.Outcome).Distinct().ShouldBe([FileOutcome.Accepted, FileOutcome.Rejected], ignoreOrder: true);

        // The ERP drops again what the copy did not hold yet: KSeF refuses it as known, and its hash proves that it is ours.
        await restored.DropAsync($"{SampleNips.Seller}/late.xml", late);
        var again = await ApproveAsync(restored, "late.xml", late);
        again.Invoices[0].KsefNumber.ShouldBe(sentAfterTheCopy.Invoices[0].KsefNumber);
        again.Findings.ShouldHaveSingleItem().Code.ShouldBe(InvoiceErrors.AcceptedBefore.Code);
    }

    private static byte[] Invoice() => RunningApp.Invoice().ToBytes();

    private static byte[] Package() => SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 20));

    private static KsefFunctionsOptions Settings(RunningApp app) => app.Services.GetRequiredService<IOptions<KsefFunctionsOptions>>().Value;

    private static long Sends(RunningApp app) => app.SimulatorCalls("OnlineSessionSend");

    private static long Batches(RunningApp app) => app.SimulatorCalls("BatchSessionOpen");

    private static async Task<RunningApp> StartAtTheSameKsefAsync(RunningApp lost)
    {
        var ksef = KsefEnvironment.Simulator(new Uri(lost.Around.Settings["KsefFunctions__SimulatorAddress"]));
        return await RunningApp.StartAsync(FlowMode.Approval, services =>
        {
            services.Configure<KsefClientOptions>(client => client.Environment = ksef);
            services.Configure<KsefFunctionsOptions>(options => options.UnnoticedAfter = TimeSpan.Zero);
        });
    }

    private static async Task DropUntilAsync(RunningApp app, string name, byte[] content, FileOutcome outcome)
    {
        await app.DropAsync($"{SampleNips.Seller}/{name}", content);
        await app.ReachedAsync(RunningApp.IdOf(content), outcome);
    }

    private static async Task<FileRecord> ApproveAsync(RunningApp app, string name, byte[] content)
    {
        var id = RunningApp.IdOf(content);
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);
        await app.PostAsync($"files/{id}/approve", new { by = "Księgowość" });
        return await app.SettledAsync(id, $"{SampleNips.Seller}/{name}");
    }

    // Names, contents, types and metadata, as AzCopy copies from account to account; every ETag is new.
    private static async Task CopyAsync(RunningApp from, RunningApp to)
    {
        foreach (var container in Copied)
        {
            foreach (var name in await from.NamesAsync(container))
            {
                var blob = (await from.Container(container).GetBlobClient(name).DownloadContentAsync()).Value;
                await to.Container(container).GetBlobClient(name).UploadAsync(blob.Content, new BlobUploadOptions
                {
                    HttpHeaders = new BlobHttpHeaders { ContentType = blob.Details.ContentType },
                    Metadata = blob.Details.Metadata,
                });
            }
        }
    }

    private static async Task EndAsync(RunningApp app)
    {
        foreach (var instance in (await app.InstancesAsync()).Where(instance => instance.IsRunning))
        {
            await app.Durable.TerminateInstanceAsync(instance.InstanceId, CancellationToken.None);
        }

        await RunningApp.EventuallyAsync(async () => (await app.InstancesAsync()).All(instance => instance.IsCompleted), () => "all are terminated");
    }

    private static async Task<Dictionary<string, Row>> RowsAsync(RunningApp app)
    {
        var rows = new Dictionary<string, Row>();
        await foreach (var file in app.Ledger.ListAllAsync(CancellationToken.None))
        {
            var record = await app.Ledger.GetByNameAsync(file.LedgerName, CancellationToken.None);
            var numbers = string.Join(' ', record.Invoices.Select(row => row.KsefNumber));
            var isOut = await app.Container(ContainerNames.Outbox).GetBlobClient($"{file.Path}.result.json").ExistsAsync();
            rows[file.Id] = new Row(file.Outcome, numbers, record.Sessions.Count, isOut);
        }

        return rows;
    }

    private sealed record Row(FileOutcome Outcome, string Numbers, int Sessions, bool HasResult);
}
