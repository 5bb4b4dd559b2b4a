using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Sweep;
using KsefFunctions.Tests.Ledger;
using KsefFunctions.Watch;
using LocalHost.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>Who waits for a person too long, and who must not wait past the end of Warsaw's day.</summary>
public sealed class ApprovalWaitTests : IAsyncLifetime
{
    private const string Other = "2222222222";

    // Half past two in the afternoon in Warsaw, in summer.
    private static readonly DateTimeOffset Now = new(2026, 7, 6, 12, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 7, 6);

    private readonly ManualTimeProvider _time = new(Now);
    private readonly KsefFunctionsOptions _options = new();
    private RunningApp _app = null!;

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Find_WaitsForLessThanFourHoursWithEarlierDates_FindsNothing()
    {
        await WaitsAsync("a", Now.AddHours(-3.9), Today.AddDays(-1));

        (await FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_WaitsForMoreThanFourHours_SaysForEachCompanyHowManyAndForHowLong()
    {
        await WaitsAsync("a", Now.AddHours(-4.1), Today.AddDays(-1));
        await WaitsAsync("b", Now.AddHours(-9.5), Today.AddDays(-1));
        await WaitsAsync("c", Now.AddHours(-1), Today.AddDays(-1));
        await WaitsAsync("d", Now.AddHours(-5), Today.AddDays(-1), Other);

        var findings = await FindAsync();

        findings.Select(finding => (finding.Code, finding.ContextNip, finding.Warning)).ShouldBe(
            [(WatchErrors.ApprovalLate.Code, SampleNips.Seller, true), (WatchErrors.ApprovalLate.Code, Other, true)], ignoreOrder: true);
        findings.Single(finding => finding.ContextNip == SampleNips.Seller).Message.ShouldBe("2 files wait for approval, the oldest for 9 hours.");
    }

    [Fact]
    public async Task Find_ReplayedAnHourAgo_CountsFromTheReplay()
    {
        await WaitsAsync("a", Now.AddDays(-3), Today.AddDays(-3), change: record => record with { AttemptStartedAt = Now.AddHours(-1) });

        (await FindAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(13, 59, false)]
    [InlineData(14, 0, true)]
    [InlineData(23, 59, true)]
    [InlineData(24, 0, false)]
    public async Task Find_DatedToday_IsToldFromTwoInTheAfternoonToMidnightInWarsaw(int hour, int minute, bool told)
    {
        await WaitsAsync("a", Now.AddMinutes(-15), Today);
        _time.Advance(new DateTimeOffset(2026, 7, 6, 0, 0, 0, TimeSpan.FromHours(2)).AddHours(hour).AddMinutes(minute) - Now);

        var due = (await FindAsync()).Where(finding => finding.Code == WatchErrors.ApprovalDue.Code).ToList();

        due.Count.ShouldBe(told ? 1 : 0);
        due.ShouldAllBe(finding => finding.ContextNip == SampleNips.Seller && finding.Message.StartsWith("1 files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Find_DatedTodayAndRefusedByOurChecks_IsNotTold()
    {
        await WaitsAsync("a", Now.AddMinutes(-15), Today, change: record => record with
        {
            Invoices = [record.Invoices[0] with { Outcome = InvoiceOutcome.Rejected }, record.Invoices[0] with { Ordinal = 2, IssueDate = Today.AddDays(-1) }],
        });

        (await FindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Find_OtherSettings_AreKept()
    {
        (_options.ApprovalLateAfter, _options.ApprovalDueFrom) = (TimeSpan.FromMinutes(5), new TimeOnly(18, 0));
        await WaitsAsync("a", Now.AddMinutes(-15), Today);

        (await FindAsync()).Select(finding => finding.Code).ShouldBe([WatchErrors.ApprovalLate.Code]);
    }

    private async Task<IReadOnlyList<WatchFinding>> FindAsync()
    {
        var waits = new ApprovalWaits(_app.Ledger, Options.Create(_options), _time, NullLogger<ApprovalWaits>.Instance);
        return await waits.FindAsync(await _app.Ledger.ListAllAsync(CancellationToken.None).ToListAsync(), CancellationToken.None);
    }

    private async Task WaitsAsync(
        string name, DateTimeOffset since, DateOnly issued, string nip = SampleNips.Seller, Func<FileRecord, FileRecord>? change = null)
    {
        var record = AnyFile.Record with
        {
            Id = $"{nip}-{name}",
            LedgerName = $"files/1-{nip}-{name}.json",
            ContextNip = nip,
            ReceivedAt = since,
            Outcome = FileOutcome.AwaitingApproval,
            Invoices = [new InvoiceRow { Ordinal = 1, Name = name, InvoiceHash = "", Size = 1, IssueDate = issued }],
        };
        await _app.Ledger.ClaimAsync(change?.Invoke(record) ?? record, CancellationToken.None);
    }
}
