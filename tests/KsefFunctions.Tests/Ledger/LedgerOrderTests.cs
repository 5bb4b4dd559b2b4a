using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace KsefFunctions.Tests.Ledger;

/// <summary>What the ledger lets follow on what, whoever wants it.</summary>
public sealed class LedgerOrderTests
{
    private static readonly FileRecord Sent = Record(FileOutcome.Sending, place: 2);
    private static readonly FileRecord Final = Record(FileOutcome.Accepted, place: 4);
    private static readonly FileRecord DryRun = Record(FileOutcome.Validated, place: 2) with { DryRun = true };

    private static readonly Dictionary<string, (FileRecord Before, FileRecord After)> Backward = new()
    {
        ["an earlier attempt"] = (Sent with { Attempt = 2 }, Sent),
        ["an earlier attempt, final"] = (Sent with { Attempt = 2 }, Final),
        ["an earlier place"] = (Sent, Record(FileOutcome.Sending, place: 1)),
        ["an earlier place, later outcome"] = (Sent, Record(FileOutcome.Processing, place: 1)),
        ["no place any more"] = (Sent, Sent with { Position = null }),
        ["an earlier outcome"] = (Sent, Record(FileOutcome.Validated, place: 2)),
        ["a final outcome, no more final"] = (Final, Record(FileOutcome.Processing, place: 5)),
        ["another final outcome"] = (Final, Record(FileOutcome.DeadLettered, place: 5)),
        ["a dead letter that turns accepted"] = (Record(FileOutcome.DeadLettered, place: 2), Record(FileOutcome.Accepted, place: 3)),
        ["a dry run that goes on"] = (DryRun, DryRun with { Outcome = FileOutcome.Sending }),
        ["a dry run that was none"] = (DryRun, DryRun with { DryRun = false }),
    };

    private static readonly Dictionary<string, (FileRecord Before, FileRecord After)> Forward = new()
    {
        ["the next step, the same outcome"] = (Sent, Record(FileOutcome.Sending, place: 3)),
        ["another session, after one that failed"] = (Record(FileOutcome.Processing, place: 3), Record(FileOutcome.Sending, place: 4)),
        ["the same step, more known"] = (Sent, Sent with { ETag = "other" }),
        ["the end"] = (Sent, Final),
        ["a dead letter"] = (Sent, Sent with { Outcome = FileOutcome.DeadLettered }),
        ["another name of a final file"] = (Final, Final.Dropped("1111111111/b.xml", DateTimeOffset.UnixEpoch)),
        ["the next attempt of a final file"] = (Final, Final.NextAttempt(DateTimeOffset.UnixEpoch)),
    };

    public static TheoryData<string> BackwardSteps => [.. Backward.Keys];

    public static TheoryData<string> ForwardSteps => [.. Forward.Keys];

    [Theory]
    [MemberData(nameof(BackwardSteps))]
    public void Demand_Backward_IsRefused(string step) =>
        Should.Throw<InvalidOperationException>(() => LedgerOrder.Demand(Backward[step].Before, Backward[step].After)).Message.ShouldContain(Final.Id);

    [Theory]
    [MemberData(nameof(ForwardSteps))]
    public void Demand_Forward_Passes(string step) => Should.NotThrow(() => LedgerOrder.Demand(Forward[step].Before, Forward[step].After));

    [Fact]
    public async Task UpdateAsync_Backward_IsRefusedAndNothingIsWritten()
    {
        await using var app = await RunningApp.StartAsync();
        await app.Ledger.ClaimAsync(Final, CancellationToken.None);

        await Should.ThrowAsync<InvalidOperationException>(
            () => app.Ledger.UpdateAsync(Final.LedgerName, record => record with { Outcome = FileOutcome.Validated }, CancellationToken.None));

        (await app.Ledger.GetByNameAsync(Final.LedgerName, CancellationToken.None)).Outcome.ShouldBe(FileOutcome.Accepted);
    }

    private static FileRecord Record(FileOutcome outcome, int place) =>
        AnyFile.Record with { Outcome = outcome, Position = new FlowPosition { Place = place } };
}
