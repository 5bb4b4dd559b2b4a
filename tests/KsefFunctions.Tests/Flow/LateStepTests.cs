using KsefFunctions.Dispatch;
using KsefFunctions.Files;
using KsefFunctions.Indexing;
using KsefFunctions.Receipts;
using KsefFunctions.Results;
using KsefFunctions.Settings;
using KsefFunctions.Settlement;
using KsefFunctions.Submission;
using KsefFunctions.Validation;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Durable may run an activity again minutes after its flow has ended, at the same time as itself, or while a later one is at work. Nothing may change by it.</summary>
public sealed class LateStepTests
{
    [Theory]
    [InlineData("accepted")]
    [InlineData("package")]
    [InlineData("rejected")]
    [InlineData("refused by KSeF")]
    [InlineData("dry run")]
    public async Task Step_RunAgainAfterItsFileEnded_ChangesNoDocumentAndSaysNothingToKsef(string how)
    {
        await using var app = await RunningApp.StartAsync(how == "dry run" ? FlowMode.DryRun : FlowMode.Automatic, _ => { }, how == "refused by KSeF" ? ["200-with-rejections"] : []);
        await app.SettleAsync($"{how}.{(how is "package" or "refused by KSeF" ? "zip" : "xml")}", ContentOf(how));
        await EndedAsync(app);

        await AllAgainChangeNothingAsync(app);
    }

    [Fact]
    public async Task Step_RunAgainAfterAPersonRefusedTheFile_ChangesNothing()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var content = RunningApp.Invoice().ToBytes();
        var id = RunningApp.IdOf(content);
        await app.DropAsync($"{SampleNips.Seller}/held.xml", content);
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);
        await app.PostAsync($"files/{id}/refuse", new { by = "Księgowość" });
        await app.SettledAsync(id, $"{SampleNips.Seller}/held.xml");
        await EndedAsync(app);

        await AllAgainChangeNothingAsync(app);
    }

    [Fact]
    public async Task Step_RunAgainAfterAPersonApprovedTheFile_ChangesNothing()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, _ => { });
        var content = RunningApp.Invoice().ToBytes();
        var id = RunningApp.IdOf(content);
        await app.DropAsync($"{SampleNips.Seller}/approved.xml", content);
        await app.ReachedAsync(id, FileOutcome.AwaitingApproval);
        await app.PostAsync($"files/{id}/approve", new { by = "Księgowość" });
        (await app.SettledAsync(id, $"{SampleNips.Seller}/approved.xml")).Outcome.ShouldBe(FileOutcome.Accepted);
        await EndedAsync(app);

        await AllAgainChangeNothingAsync(app);
    }

    [Fact]
    public async Task Step_RunAgainAfterADeadLetterAndAfterItsReplay_ChangesNothing()
    {
        var credentials = new SwitchableCredentials();
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, credentials.Wrap);
        var dead = await app.SettleAsync("dead.xml", RunningApp.Invoice().ToBytes());
        await EndedAsync(app);
        await AllAgainChangeNothingAsync(app);

        credentials.Available = true;
        await app.PostAsync($"files/{dead.Id}/replay", new { });
        (await app.SettledAsync(dead.Id, $"{SampleNips.Seller}/dead.xml", attempt: 2)).Outcome.ShouldBe(FileOutcome.Accepted);
        await EndedAsync(app);
        await AllAgainChangeNothingAsync(app);
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("package")]
    [InlineData("rejected")]
    public async Task Step_RunTwiceAtOnce_HasOneEffect(string how)
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, _ => { }, call => call.RunTwinsAsync());

        var record = await app.SettleAsync($"{how}.{(how == "package" ? "zip" : "xml")}", ContentOf(how));
        await EndedAsync(app);

        record.Outcome.ShouldBe(how == "rejected" ? FileOutcome.Rejected : FileOutcome.Accepted);
        record.Sessions.Count.ShouldBe(how == "rejected" ? 0 : 1);
        (app.SimulatorCalls("OnlineSessionOpen") + app.SimulatorCalls("BatchSessionOpen")).ShouldBe(record.Sessions.Count);
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(how == "accepted" ? 1 : 0);
        record.Invoices.SelectMany(row => row.Errors).ShouldAllBe(error => how == "rejected");
    }

    [Fact]
    public async Task Step_EachRunAgainWhileALaterOneIsAtWork_ChangesNothing()
    {
        RunningApp? app = null;
        var earlier = new List<ActivityCall>();
        await using (app = await RunningApp.StartAsync(FlowMode.Automatic, _ => { }, RunWithLatecomersAsync))
        {
            var record = await app.SettleAsync("overtaken.xml", RunningApp.Invoice().ToBytes());

            record.Outcome.ShouldBe(FileOutcome.Accepted);
            record.Sessions.ShouldHaveSingleItem();
            app.SimulatorCalls("OnlineSessionOpen").ShouldBe(1);
            app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
            app.SimulatorCalls("OnlineSessionClose").ShouldBe(1);
        }

        async Task<object?> RunWithLatecomersAsync(ActivityCall call)
        {
            var latecomers = earlier.ToList();
            earlier.Add(call);
            var running = call.RunAsync();
            foreach (var late in latecomers)
            {
                await late.RunLateAsync();
            }

            return await running;
        }
    }

    [Fact]
    public async Task Step_EverySingleOneOfTheFlow_IsTriedLate()
    {
        // A step that these tests do not know would be tried by none of them.
        await using var app = await RunningApp.StartAsync();
        await app.SettleAsync("all.xml", RunningApp.Invoice().ToBytes());
        await app.SettleAsync("wrong.xml", ContentOf("rejected"));
        await app.SettleAsync("package.zip", ContentOf("package"));
        await EndedAsync(app);

        var tried = app.Activities.Select(call => call.Name).Concat([nameof(DeadLetters.Quarantine), nameof(StopConsignment), nameof(HandOver)]).Distinct().Order();

        // The index is written anew from the ledger as it is at that moment, whenever that may be: no step of a file.
        tried.ShouldBe(AppFunctions.Activities.Except([nameof(IndexLedgerPage)]).Order());
        tried.ShouldBe(new[]
        {
            nameof(ValidateFile), nameof(HandOver), nameof(LookAtWaiting), nameof(SendConsignment), nameof(PollSession), nameof(SettleConsignment), nameof(FinishConsignment),
            nameof(StopConsignment), nameof(StoreUpos), nameof(PublishResult), nameof(DeadLetters.Quarantine),
        }.Order());
    }

    private static byte[] ContentOf(string how) => how switch
    {
        "package" or "refused by KSeF" => SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3)),
        "rejected" => (RunningApp.Invoice() with { IssueDate = new DateOnly(2099, 1, 1) }).ToBytes(),
        _ => RunningApp.Invoice().ToBytes(),
    };

    // The result can be read a moment before the orchestration has ended.
    private static Task EndedAsync(RunningApp app) =>
        RunningApp.EventuallyAsync(async () => (await app.InstancesAsync()).All(instance => instance.IsCompleted), () => "all orchestrations have ended");

    private static async Task AllAgainChangeNothingAsync(RunningApp app)
    {
        var before = await Snapshot.OfAsync(app);
        foreach (var call in app.Activities.ToList())
        {
            await call.RunLateAsync();
        }

        (await Snapshot.OfAsync(app)).ChangesSince(before).ShouldBeEmpty();
    }
}
