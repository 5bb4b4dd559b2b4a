using KsefFunctions.Files;
using KsefFunctions.Orchestrators;
using KsefFunctions.Settings;
using KsefSimulator.Invoices;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>What goes wrong in the field must end with every invoice accepted exactly once.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("close-500-after-commit")]
    [InlineData("close-timeout")]
    [InlineData("send-202-lost")]
    [InlineData("21173-lag")]
    [InlineData("405-flake-once")]
    [InlineData("415-async-after-open")]
    [InlineData("429-short")]
    [InlineData("html-502")]
    [InlineData("refresh-400")]
    [InlineData("redeem-lost")]
    [InlineData("550-once")]
    [InlineData("440-own-session")]
    [InlineData("440-no-extensions")]
    public async Task Drop_UnderFault_EveryInvoiceIsAcceptedOnce(string fault)
    {
        await using var app = await RunningApp.StartAsync(fault);

        var single = RunningApp.Invoice().ToBytes();
        var package = SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3));
        var records = await Task.WhenAll(app.SettleAsync("single.xml", single), app.SettleAsync("package.zip", package));

        records.ShouldAllBe(record => record.Outcome == FileOutcome.Accepted);
        var numbers = records.SelectMany(record => record.Invoices).Select(row => row.KsefNumber).ToList();
        numbers.ShouldAllBe(number => number != null);
        numbers.ShouldBeUnique();
    }

    [Fact]
    public async Task Drop_AnswerToSendLost_IsResolvedWithoutASecondSend()
    {
        await using var app = await RunningApp.StartAsync("send-202-lost");

        var record = await app.SettleAsync("lost.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Sessions.ShouldHaveSingleItem();
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task Drop_AnswerToBatchCloseLost_IsResolvedWithoutASecondSession()
    {
        await using var app = await RunningApp.StartAsync("close-500-after-commit");

        var record = await app.SettleAsync("lost.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3)));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Sessions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Drop_SessionStuckForLong_IsFollowedToItsEndByAnOrchestrationOfItsOwn()
    {
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic,
            services => services.Configure<KsefFunctionsOptions>(options => options.LongestPoll = TimeSpan.FromMilliseconds(20)),
            "stuck-150");
        var content = SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 2));
        await app.DropAsync($"{SampleNips.Seller}/stuck.zip", content);
        await RunningApp.EventuallyAsync(
            async () => (await app.InstancesAsync()).Any(instance => instance.Name == nameof(FollowSession)), () => "the session is followed apart");

        app.Simulator.Clock.Advance(TimeSpan.FromHours(13));
        var record = await app.SettledAsync(RunningApp.IdOf(content), $"{SampleNips.Seller}/stuck.zip");

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Sessions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Drop_KsefRejectsSome_RowsCarryKsefsReason()
    {
        await using var app = await RunningApp.StartAsync("200-with-rejections");

        var record = await app.SettleAsync("some.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 4)));

        record.Outcome.ShouldBe(FileOutcome.PartlyAccepted);
        var rejected = record.Invoices.Where(row => row.Outcome == InvoiceOutcome.Rejected).ToList();
        rejected.ShouldNotBeEmpty();
        rejected.ShouldAllBe(row => row.Errors.Any(error => error.Code == "KSF-3301" && error.KsefCode != null));
    }

    [Fact]
    public async Task Drop_KsefTookSomeOfASession_OnlyTheRestGoesIntoANewOne()
    {
        await using var app = await RunningApp.StartAsync("550-once");

        var record = await app.SettleAsync("rest.zip", SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 3)));

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        app.Simulator.Services.GetRequiredService<InvoiceLedger>().All.GroupBy(invoice => invoice.SessionReferenceNumber).Select(session => session.Count())
            .ShouldBe([3, 1], ignoreOrder: true);
    }

    [Fact]
    public async Task Drop_KsefHoldsAnotherInvoiceUnderTheNumber_IsDuplicate()
    {
        await using var app = await RunningApp.StartAsync("440-foreign");

        var record = await app.SettleAsync("foreign.xml", RunningApp.Invoice().ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Duplicate);
        record.Invoices[0].Errors.ShouldHaveSingleItem().Code.ShouldBe("KSF-3302");
    }

    [Fact]
    public async Task Drop_SessionsAreUnavailableForLong_NewOnesFollowUntilOneTakesTheInvoice()
    {
        // More than any number of sessions that content may spoil.
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic,
            services => services.Configure<KsefFunctionsOptions>(options =>
            {
                options.NextSessionAfter = TimeSpan.FromMilliseconds(1);
                options.LongestRetry = TimeSpan.FromMilliseconds(20);
                options.FirstRetry = TimeSpan.FromMilliseconds(1);
            }),
            "21184:count=all");
        var content = RunningApp.Invoice().ToBytes();
        var path = $"{SampleNips.Seller}/unavailable.xml";
        await app.DropAsync(path, content);
        await RunningApp.EventuallyAsync(
            async () => (await app.ConsignmentsAsync()).Sum(consignment => consignment.Sessions.Count) >= 7, () => "seven sessions were tried");

        app.Simulator.Faults.Clear();
        var record = await app.SettledAsync(RunningApp.IdOf(content), path);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Steps.Select(step => step.Name).ShouldBe(["Validate", "Send", "Poll", "StoreUpo"]);
        app.Simulator.Services.GetRequiredService<InvoiceLedger>().All.ShouldHaveSingleItem();
    }
}
