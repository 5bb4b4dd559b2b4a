using KsefFunctions.Dispatch;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Sweep;
using KsefFunctions.Validation;
using KsefSimulator.Invoices;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Invoices of many files go in one session, and each goes once, whatever becomes of dispatcher and consignments.</summary>
public sealed class ConsignmentTests
{
    // Longer than it takes to drop what is to go together, on a machine that has other work, too.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Drop_ManyFilesAtOnce_GoInOneSession()
    {
        await using var app = await StartAsync(Quiet);

        var records = await DropAsync(app, [.. Enumerable.Range(0, 12).Select(_ => RunningApp.Invoice())]);

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        records.Select(record => record.Invoices[0].Consignment).Distinct().ShouldHaveSingleItem();
        records.Select(record => record.Upos.Single()).ShouldBeUnique();
        (app.SimulatorCalls("BatchSessionOpen"), app.SimulatorCalls("OnlineSessionOpen")).ShouldBe((1, 0));
        foreach (var record in records)
        {
            (await app.OutboxTextAsync($"{record.Paths[0]}.upo.xml")).ShouldNotBeNull().ShouldContain(record.Invoices[0].KsefNumber!);
            record.Steps.Select(step => step.Name).ShouldBe(["Validate", "Send", "Poll", "StoreUpo"]);
            record.Steps.ShouldAllBe(step => step.FinishedAt != null);
        }
    }

    [Fact]
    public async Task Drop_TwoCompaniesAtOnce_EachHasASessionOfItsOwn()
    {
        await using var app = await StartAsync(Quiet);
        var (first, second) = (RunningApp.Invoice(), RunningApp.Invoice().SoldBy(SampleNips.Buyer));

        var records = await Task.WhenAll(app.SettleAsync("one.xml", first.ToBytes()), app.SettleAsync("two.xml", second.ToBytes(), SampleNips.Buyer));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        records.Select(record => record.Sessions.Single().ReferenceNumber).ShouldBeUnique();
    }

    [Fact]
    public async Task Drop_SameInvoiceAloneAndInAPackage_IsSentOnceAndAnswersBoth()
    {
        await using var app = await StartAsync(Quiet);
        var invoice = RunningApp.Invoice();

        var records = await Task.WhenAll(
            app.SettleAsync("alone.xml", invoice.ToBytes()),
            app.SettleAsync("packed.zip", SampleArchive.Zip([("same.xml", invoice.ToBytes()), .. SampleArchive.Invoices(RunningApp.Invoice(), 2)])));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        records.SelectMany(record => record.Invoices).Select(row => row.KsefNumber).Distinct().Count().ShouldBe(3);
        InvoicesAtKsef(app).ShouldBe(3);
    }

    [Fact]
    public async Task Drop_DispatcherIsLost_SweepHandsOverAgainAndNothingIsSentTwice()
    {
        await using var app = await StartAsync(TimeSpan.FromMilliseconds(50), options => options.UnnoticedAfter = TimeSpan.Zero);
        await app.SettleAsync("before.xml", RunningApp.Invoice().ToBytes());
        await TerminateDispatcherAsync(app);
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/after.xml", content);
        await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.Validated);

        // The rows say that it is checked a moment before its orchestration ends, and what an orchestration has a sweep leaves alone.
        await RunningApp.EventuallyAsync(async () => (await app.InstancesAsync()).All(instance => instance.IsCompleted), () => "its orchestration has handed it over");

        await app.RunTimerAsync(nameof(SweepTimer));
        var record = await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/after.xml");

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        InvoicesAtKsef(app).ShouldBe(2);
    }

    [Fact]
    public async Task Sweep_SuccessorWaits_FailedConsignmentIsNotTakenUpAgain()
    {
        await using var app = await StartAsync(
            TimeSpan.FromMilliseconds(50),
            options =>
            {
                options.UnnoticedAfter = TimeSpan.Zero;
                options.NextSessionAfter = TimeSpan.FromSeconds(5);
            },
            "415-async-after-open");
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/failed.xml", content);
        await RunningApp.EventuallyAsync(async () => (await app.ConsignmentsAsync()).Any(consignment => consignment.IsFinal), () => "its first session has failed");

        await app.RunTimerAsync(nameof(SweepTimer));
        var record = await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/failed.xml");

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        (await app.ConsignmentsAsync()).Select(consignment => consignment.Attempt).ShouldBe([1, 1]);
        app.SimulatorCalls("OnlineSessionOpen").ShouldBe(2);
    }

    [Fact]
    public async Task LookAtWaiting_RunTwiceAtOnce_SendsEachInvoiceOnce()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, _ => { }, call => call.Name == nameof(LookAtWaiting) ? call.RunTwinsAsync() : call.RunAsync());

        var records = await DropAsync(app, [.. Enumerable.Range(0, 10).Select(_ => RunningApp.Invoice())]);

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted && record.Sessions.Count == 1);
        InvoicesAtKsef(app).ShouldBe(10);
    }

    [Fact]
    public async Task Drop_OneInvoiceSpoilsTheBatch_IsFoundByHalvesAndTheRestGoesThrough()
    {
        await using var app = await StartAsync(Quiet, _ => { }, "430-spoiled:count=all");
        var invoices = Enumerable.Range(0, 8).Select(index => index == 5 ? RunningApp.Invoice() with { Number = $"{RunningApp.NextNumber()}/SPOILED" } : RunningApp.Invoice()).ToList();

        var records = await DropAsync(app, invoices);

        records[5].Outcome.ShouldBe(FileOutcome.DeadLettered);
        records[5].Errors.ShouldHaveSingleItem().Code.ShouldBe(KsefErrors.SessionsFailed.Code);
        records.Where((_, index) => index != 5).ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        InvoicesAtKsef(app).ShouldBe(7);
    }

    [Fact]
    public async Task Drop_OneInvoiceOfAPackageSpoilsIt_IsReportedInItsRowAndTheRestIsAccepted()
    {
        await using var app = await StartAsync(Quiet, _ => { }, "430-spoiled:count=all");
        var spoiled = RunningApp.Invoice() with { Number = $"{RunningApp.NextNumber()}/SPOILED" };

        var record = await app.SettleAsync("spoiled.zip", SampleArchive.Zip([.. SampleArchive.Invoices(RunningApp.Invoice(), 4), ("spoiled.xml", spoiled.ToBytes())]));

        record.Outcome.ShouldBe(FileOutcome.PartlyAccepted);
        var row = record.Invoices.Single(row => row.Outcome != InvoiceOutcome.Accepted);
        (row.Name, row.Errors.ShouldHaveSingleItem().Code).ShouldBe(("spoiled.xml", KsefErrors.SessionsFailed.Code));
    }

    [Fact]
    public async Task Replay_OfAFileInAStoppedConsignment_TakesItUpAgain()
    {
        var credentials = new SwitchableCredentials();
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, services =>
        {
            credentials.Wrap(services);
            services.Configure<KsefFunctionsOptions>(options => options.Gather.QuietFor = Quiet);
        });
        var dead = await DropAsync(app, [.. Enumerable.Range(0, 3).Select(_ => RunningApp.Invoice())]);
        dead.ShouldAllBe(record => record.Outcome == FileOutcome.DeadLettered);
        (await app.ConsignmentsAsync()).ShouldHaveSingleItem().State.ShouldBe(ConsignmentState.Stopped);

        credentials.Available = true;
        foreach (var record in dead)
        {
            await app.PostAsync($"files/{record.Id}/replay", new { });
            (await app.SettledAsync(record.Id, record.Paths[0], attempt: 2)).Outcome.ShouldBe(FileOutcome.Accepted);
        }

        InvoicesAtKsef(app).ShouldBe(3);
    }

    [Fact]
    public async Task HandOver_RunAgainLate_SendsNothingTwice()
    {
        await using var app = await StartAsync(TimeSpan.FromMilliseconds(50), _ => { }, "stuck-150:for=1h");
        var content = RunningApp.Invoice().ToBytes();
        await app.DropAsync($"{SampleNips.Seller}/late.xml", content);
        await RunningApp.EventuallyAsync(
            async () => (await app.ConsignmentsAsync()).Any(consignment => consignment.State == ConsignmentState.Processing), () => "it was sent");

        await app.Activities.Single(call => call.Name == nameof(ValidateFile)).RunLateAsync();
        await RunningApp.EventuallyAsync(
            async () => (await app.NamesAsync("status")).All(name => !name.StartsWith(WaitingFile.Folder, StringComparison.Ordinal)), () => "the dispatcher has looked");
        app.Simulator.Clock.Advance(TimeSpan.FromHours(2));
        var record = await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/late.xml");

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        (InvoicesAtKsef(app), app.SimulatorCalls("OnlineSessionOpen")).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Drop_PersonHasApproved_GoesWithTheOthers()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Approval, services => services.Configure<KsefFunctionsOptions>(options => options.Gather.QuietFor = Quiet));
        var contents = Enumerable.Range(0, 5).Select(_ => RunningApp.Invoice().ToBytes()).ToList();
        foreach (var content in contents)
        {
            await app.DropAsync($"{SampleNips.Seller}/{RunningApp.IdOf(content)}.xml", content);
            await app.ReachedAsync(RunningApp.IdOf(content), FileOutcome.AwaitingApproval);
        }

        await Task.WhenAll(contents.Select(content => app.PostAsync($"files/{RunningApp.IdOf(content)}/approve", new { by = "Księgowość" })));
        var records = await Task.WhenAll(contents.Select(content => app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/{RunningApp.IdOf(content)}.xml")));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted && record.Approval!.By == "Księgowość");
        records.Select(record => record.Sessions.Single().ReferenceNumber).Distinct().ShouldHaveSingleItem();
        records[0].Steps.Select(step => step.Name).ShouldBe(["Validate", "Approve", "Send", "Poll", "StoreUpo"]);
    }

    // The engine in memory forgets what it is told in the moment in which a history starts anew.
    private static Task TerminateDispatcherAsync(RunningApp app) => RunningApp.EventuallyAsync(
        async () =>
        {
            await app.Durable.TerminateInstanceAsync(DispatcherCall.InstanceIdFor(SampleNips.Seller));
            return (await app.Durable.GetInstanceAsync(DispatcherCall.InstanceIdFor(SampleNips.Seller)))!.IsCompleted;
        },
        () => "the dispatcher is gone");

    private static Task<RunningApp> StartAsync(TimeSpan quiet) => StartAsync(quiet, _ => { });

    private static Task<RunningApp> StartAsync(TimeSpan quiet, Action<KsefFunctionsOptions> configure, params string[] faults) => RunningApp.StartAsync(
        FlowMode.Automatic,
        services => services.Configure<KsefFunctionsOptions>(options =>
        {
            options.Gather.QuietFor = quiet;
            configure(options);
        }),
        faults);

    private static Task<FileRecord[]> DropAsync(RunningApp app, IReadOnlyList<SampleInvoice> invoices) =>
        Task.WhenAll(invoices.Select((invoice, index) => app.SettleAsync($"{index}.xml", invoice.ToBytes())));

    private static int InvoicesAtKsef(RunningApp app) => app.Simulator.Services.GetRequiredService<InvoiceLedger>().All.Count(invoice => invoice.Verdict.IsSuccess);
}
