using System.Net;
using Azure.Storage.Blobs.Models;
using Ksef.Client;
using KsefFunctions.DeadLetters;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Orchestrators;
using KsefFunctions.Settings;
using KsefFunctions.Sweep;
using KsefFunctions.Watch;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>What no single file's flow can notice: lost events, lost orchestrations, files that stand still.</summary>
public sealed class SweepTests
{
    [Fact]
    public async Task Sweep_EventLost_TakesTheFileInAndSaysSo()
    {
        await using var app = await StartAsync();
        var (path, content) = ($"{SampleNips.Seller}/deep/folder/zgubiona ąę.xml", RunningApp.Invoice().ToBytes());
        await app.UploadAsync(path, content);
        await app.SettleAsync("neighbour.xml", RunningApp.Invoice().ToBytes());
        (await app.Ledger.FindAsync(RunningApp.IdOf(content), CancellationToken.None)).ShouldBeNull();

        var report = await SweepAsync(app);
        var record = await app.SettledAsync(RunningApp.IdOf(content), path);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(WatchErrors.Unnoticed.Code);
        finding.Message.ShouldStartWith("1 files");
        (await SweepAsync(app)).Findings.ShouldBeEmpty();
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_EventOfANewVersionLost_TakesTheNewVersionIn()
    {
        await using var app = await StartAsync();
        var path = $"{SampleNips.Seller}/again.xml";
        await app.SettleAsync("again.xml", RunningApp.Invoice().ToBytes());
        var second = RunningApp.Invoice().ToBytes();
        await app.UploadAsync(path, second);

        await SweepAsync(app);

        (await app.SettledAsync(RunningApp.IdOf(second), path)).Outcome.ShouldBe(FileOutcome.Accepted);
    }

    [Fact]
    public async Task Sweep_IntakeStillFails_SaysWhichFileAndGoesOnWithTheOthers()
    {
        await using var app = await StartAsync();
        var (good, bad) = (RunningApp.Invoice().ToBytes(), RunningApp.Invoice().ToBytes());
        await app.UploadAsync($"{SampleNips.Seller}/a-bad.xml", bad);
        await app.UploadAsync($"{SampleNips.Seller}/b-good.xml", good);

        // A claim whose ledger document was destroyed by hand: this content can never be taken in.
        await app.Container("status").GetBlobClient($"claims/{RunningApp.IdOf(bad)}").UploadAsync(BinaryData.FromString("null"));

        var report = await SweepAsync(app);

        report.Findings.Select(finding => finding.Code).ShouldBe([WatchErrors.NotTakenIn.Code, WatchErrors.Unnoticed.Code]);
        report.Findings[0].Message.ShouldContain("a-bad.xml");
        (await app.SettledAsync(RunningApp.IdOf(good), $"{SampleNips.Seller}/b-good.xml")).Outcome.ShouldBe(FileOutcome.Accepted);
    }

    [Fact]
    public async Task Sweep_TriggerHadGivenUp_TakesTheFileInAndItsDeadLetterLeavesTheList()
    {
        await using var app = await StartAsync();
        var (path, content) = ($"{SampleNips.Seller}/given-up.xml", RunningApp.Invoice().ToBytes());
        await app.UploadAsync(path, content);
        await app.Services.GetRequiredService<Quarantine>().RunAsync(PoisonEnvelope.ForBlob(path, TimeProvider.System.GetUtcNow()), CancellationToken.None);
        await RunningApp.EventuallyAsync(async () => (await OutcomesAsync(app)).Contains(FileOutcome.DeadLettered), () => "it is a dead letter");

        await SweepAsync(app);
        await app.SettledAsync(RunningApp.IdOf(content), path);

        (await OutcomesAsync(app)).ShouldBe([FileOutcome.Accepted]);
    }

    [Fact]
    public async Task Replay_OfAFileThatWasNeverReadAndIsGone_KeepsItsEntry()
    {
        await using var app = await StartAsync();
        var path = $"{SampleNips.Seller}/gone-unread.xml";
        await app.Services.GetRequiredService<Quarantine>().RunAsync(PoisonEnvelope.ForBlob(path, TimeProvider.System.GetUtcNow()), CancellationToken.None);
        await RunningApp.EventuallyAsync(async () => (await OutcomesAsync(app)).Contains(FileOutcome.DeadLettered), () => "it is a dead letter");
        var entry = await app.Ledger.ListAllAsync(CancellationToken.None).SingleAsync();

        await app.PostAsync($"files/{entry.Id}/replay", new { });

        (await OutcomesAsync(app)).ShouldBe([FileOutcome.DeadLettered]);
    }

    [Fact]
    public async Task Sweep_NothingLost_FindsNothingAndStartsNothing()
    {
        await using var app = await StartAsync();
        await app.SettleAsync("fine.xml", RunningApp.Invoice().ToBytes());

        var report = await SweepAsync(app);

        report.Findings.ShouldBeEmpty();
        (await app.InstancesAsync()).Count(instance => instance.Name == nameof(ProcessFile)).ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_OrchestrationGoneWhileKsefWorks_SaysSoAndAReplaySendsNothingTwice()
    {
        await using var app = await StartAsync("stuck-150");
        var content = RunningApp.Invoice().ToBytes();
        var (id, path) = (RunningApp.IdOf(content), $"{SampleNips.Seller}/gone.xml");
        await app.DropAsync(path, content);
        await app.ReachedAsync(id, FileOutcome.Processing);
        await LoseAsync(app, id, historyIsLost: true);

        var report = await SweepAsync(app);
        var view = await app.Http.GetStringAsync(new Uri($"files/{id}", UriKind.Relative));
        app.Simulator.Clock.Advance(TimeSpan.FromHours(13));
        var replay = await app.PostAsync($"files/{id}/replay", new { });
        var again = await app.PostAsync($"files/{id}/replay", new { });
        var record = await app.SettledAsync(id, path, attempt: 2);

        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.FileId, finding.ContextNip).ShouldBe((WatchErrors.NoOrchestration.Code, id, SampleNips.Seller));
        finding.Message.ShouldContain("Missing");
        view.ShouldContain("\"canReplay\":true");
        view.ShouldContain(WatchErrors.NoOrchestration.Code);
        replay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Errors.ShouldBeEmpty();
        record.AbandonedAt.ShouldBeNull();
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_ConsignmentTerminatedWhileKsefWorks_TakesItUpAgainAndSendsNothingTwice()
    {
        await using var app = await StartAsync("stuck-150");
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/taken-up.xml", content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.Processing);
        await LoseAsync(app, RunningApp.IdOf(content), historyIsLost: false);
        app.Simulator.Clock.Advance(TimeSpan.FromHours(13));

        var report = await SweepAsync(app);
        var record = await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/taken-up.xml");

        report.Findings.ShouldBeEmpty();
        record.Outcome.ShouldBe(FileOutcome.Accepted);
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_OneFileCannotBeLookedAt_LooksAtTheOthersAndFails()
    {
        await using var app = await StartAsync("stuck-150:count=all");
        var (lost, unreadable) = (RunningApp.Invoice().ToBytes(), RunningApp.Invoice().ToBytes());
        foreach (var (name, content) in new[] { ("a.xml", lost), ("b.xml", unreadable) })
        {
            await app.DropAsync($"{SampleNips.Seller}/{name}", content);
            await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.Processing);
        }

        await app.Durable.PurgeInstanceAsync(RunningApp.IdOf(lost), CancellationToken.None);
        var record = (await app.Ledger.FindAsync(RunningApp.IdOf(unreadable), CancellationToken.None)).ShouldNotBeNull();
        var document = app.Container("status").GetBlobClient(record.LedgerName);
        var marks = (await document.GetPropertiesAsync()).Value.Metadata;
        await document.UploadAsync(BinaryData.FromString("null"), new BlobUploadOptions { Metadata = marks });

        await Should.ThrowAsync<AggregateException>(() => app.RunTimerAsync(nameof(SweepTimer)));

        var report = (await app.Reports.ReadAsync(WatchNames.Sweep, CancellationToken.None)).ShouldNotBeNull();
        report.Findings.Select(finding => finding.FileId).ShouldBe([RunningApp.IdOf(lost)]);
    }

    [Fact]
    public async Task Drop_SameBytesAgainAfterTheHistoryWasLost_SettlesTheOldSessionAndSendsNothingTwice()
    {
        await using var app = await StartAsync("stuck-150");
        var content = RunningApp.Invoice().ToBytes();
        var id = RunningApp.IdOf(content);
        await app.DropAsync($"{SampleNips.Seller}/first.xml", content);
        await app.ReachedAsync(id, FileOutcome.Processing);
        await LoseAsync(app, id, historyIsLost: true);
        app.Simulator.Clock.Advance(TimeSpan.FromHours(13));

        await app.DropAsync($"{SampleNips.Seller}/second.xml", content);
        var record = await app.SettledAsync(id, $"{SampleNips.Seller}/second.xml");

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Sessions.ShouldHaveSingleItem();
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task Sweep_OrchestrationSuspended_SaysThatTheFileStandsStill()
    {
        await using var app = await WithAFileThatWaitsAsync(approvalLateAfter: TimeSpan.FromHours(4));
        var id = (await app.InstancesAsync()).Single(instance => instance.Name == nameof(ProcessFile)).InstanceId;
        await app.Durable.SuspendInstanceAsync(id, "maintenance");
        await RunningApp.EventuallyAsync(
            async () => (await app.Durable.GetInstanceAsync(id))!.RuntimeStatus == OrchestrationRuntimeStatus.Suspended, () => "it is suspended");

        var finding = (await SweepAsync(app)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(WatchErrors.Standstill.Code);
        finding.Message.ShouldContain("Suspended");
    }

    [Fact]
    public async Task Sweep_SessionFollowedForHours_IsLateButDoesNotStandStill()
    {
        await using var app = await StartAsync(
            options =>
            {
                options.LateAfter = TimeSpan.Zero;
                options.LongestPoll = TimeSpan.FromMilliseconds(20);
                options.StandstillAfter = TimeSpan.FromSeconds(2);
            },
            "stuck-150");
        var content = SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 2));
        await app.DropAsync($"{SampleNips.Seller}/late.zip", content);
        var own = await ParentStoodStillAsync(app, RunningApp.IdOf(content), TimeSpan.FromSeconds(2));

        var finding = (await SweepAsync(app)).Findings.ShouldHaveSingleItem();

        own.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        finding.Code.ShouldBe(WatchErrors.Late.Code);
        finding.Warning.ShouldBeTrue();
    }

    [Fact]
    public async Task Sweep_KsefsLimitsHoldAFile_SaysHowManyWaitForWhichCompany()
    {
        await using var app = await StartAsync(options => options.QueueLateAfter = TimeSpan.Zero);
        foreach (var operation in new[] { SessionOperation.OpenOnline, SessionOperation.OpenBatch })
        {
            await app.Services.GetRequiredService<ICallBudget>().BlockAsync(ContextIdentifier.Nip(SampleNips.Seller), operation, TimeSpan.FromHours(1), CancellationToken.None);
        }

        await app.DropAsync($"{SampleNips.Seller}/held.xml", RunningApp.Invoice().ToBytes());
        await RunningApp.EventuallyAsync(async () => (await app.JsonAsync("files")).GetProperty("files")[0].TryGetProperty("waitsUntil", out _), () => "the file waits");

        var finding = (await SweepAsync(app)).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.ContextNip, finding.Warning).ShouldBe((WatchErrors.QueueHeld.Code, SampleNips.Seller, true));
        finding.Message.ShouldStartWith("1 files");
    }

    [Fact]
    public async Task Sweep_ReceiptIsStillToCome_SaysThatTheReceiptIsLateAndNotTheFile()
    {
        await using var app = await StartAsync(options => options.LateAfter = TimeSpan.Zero, "21178-forever:count=all");
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/receipt.xml", content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.AwaitingReceipt);

        var finding = (await SweepAsync(app)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(WatchErrors.ReceiptLate.Code);
        finding.Warning.ShouldBeTrue();
    }

    [Fact]
    public async Task Sweep_FileWaitsForAPerson_IsNeitherLateNorStandsStill()
    {
        await using var app = await WithAFileThatWaitsAsync(approvalLateAfter: TimeSpan.FromHours(4));

        (await SweepAsync(app)).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_FileWaitsForAPersonTooLong_SaysSoAndTheAppIsHealthy()
    {
        await using var app = await WithAFileThatWaitsAsync(approvalLateAfter: TimeSpan.Zero);

        var finding = (await SweepAsync(app)).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.ContextNip, finding.Warning).ShouldBe((WatchErrors.ApprovalLate.Code, SampleNips.Seller, true));
        (await app.Http.GetStringAsync(new Uri("watch", UriKind.Relative))).ShouldContain(WatchErrors.ApprovalLate.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sweep_OrchestrationOfAWaitingFileGone_TellsOnlyThatNobodyWorksOnIt(bool historyIsLost)
    {
        await using var app = await WithAFileThatWaitsAsync(approvalLateAfter: TimeSpan.Zero);
        await LoseAsync(app, (await app.InstancesAsync()).Single(instance => instance.Name == nameof(ProcessFile)).InstanceId, historyIsLost);

        var finding = (await SweepAsync(app)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(WatchErrors.NoOrchestration.Code);
        finding.Message.ShouldContain(historyIsLost ? "Missing" : "Terminated");
    }

    private static Task<RunningApp> StartAsync(params string[] faults) => StartAsync(_ => { }, faults);

    private static Task<RunningApp> StartAsync(Action<KsefFunctionsOptions> configure, params string[] faults) => RunningApp.StartAsync(
        FlowMode.Automatic,
        services => services.Configure<KsefFunctionsOptions>(options =>
        {
            options.UnnoticedAfter = TimeSpan.Zero;
            configure(options);
        }),
        faults);

    private static async Task<RunningApp> WithAFileThatWaitsAsync(TimeSpan approvalLateAfter)
    {
        var app = await RunningApp.StartAsync(
            FlowMode.Approval,
            services => services.Configure<KsefFunctionsOptions>(options =>
            {
                options.LateAfter = options.StandstillAfter = options.UnnoticedAfter = TimeSpan.Zero;
                options.ApprovalLateAfter = approvalLateAfter;
            }));
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/waits.xml", content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.AwaitingApproval);
        return app;
    }

    private static async Task<IReadOnlyList<FileOutcome>> OutcomesAsync(RunningApp app) =>
        await app.Ledger.ListAllAsync(CancellationToken.None).Select(file => file.Outcome).ToListAsync();

    private static async Task<WatchReport> SweepAsync(RunningApp app)
    {
        await app.RunTimerAsync(nameof(SweepTimer));
        return (await app.Reports.ReadAsync(WatchNames.Sweep, CancellationToken.None)).ShouldNotBeNull();
    }

    // What a person in the portal, or a lost storage account, does to an orchestration.
    private static async Task LoseAsync(RunningApp app, string id, bool historyIsLost)
    {
        foreach (var instance in (await app.InstancesAsync()).Where(instance => instance.IsRunning))
        {
            await app.Durable.TerminateInstanceAsync(instance.InstanceId, CancellationToken.None);
        }

        await RunningApp.EventuallyAsync(async () => (await app.InstancesAsync()).All(instance => instance.IsCompleted), () => "all are terminated");
        if (historyIsLost)
        {
            await app.Durable.PurgeInstanceAsync(id, CancellationToken.None);
        }
    }

    private static async Task<OrchestrationMetadata> ParentStoodStillAsync(RunningApp app, string id, TimeSpan howLong)
    {
        OrchestrationMetadata? own = null;
        await RunningApp.EventuallyAsync(
            async () =>
            {
                own = await app.Durable.GetInstanceAsync(id);
                return own is not null && TimeProvider.System.GetUtcNow() - own.LastUpdatedAt > howLong
                    && (await app.InstancesAsync()).Any(instance => instance.Name == nameof(FollowSession));
            },
            () => "only the follower moves");
        return own!;
    }
}
