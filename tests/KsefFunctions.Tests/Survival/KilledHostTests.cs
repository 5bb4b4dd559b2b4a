using KsefFunctions.Errors;
using KsefFunctions.Files;
using SampleInvoices;
using Xunit.Abstractions;

namespace KsefFunctions.Tests.Survival;

/// <summary>Host and worker end by SIGKILL, three times: nothing is lost, nothing is done twice.</summary>
[Collection(SurvivalTests.Name)]
public sealed class KilledHostTests(ThreeKills run, ITestOutputHelper output) : IClassFixture<ThreeKills>
{
    [Fact]
    public async Task Kill_ManyFilesInFlight_EachIsAcceptedOnce()
    {
        output.WriteLine($"{run.Traffic.Count} files were through {run.Took.TotalSeconds:F0} s after the last restart.");
        output.WriteLine($"States that went backwards: {string.Join(", ", run.Watch.Setbacks)}");

        await run.Traffic.ShouldBeAcceptedOnceAsync();
        await run.Traffic.LedgerShouldBeFinalAsync();
    }

    [Fact]
    public async Task Kill_BetweenSendingAndDeadLettering_LeavesOneDeadLetterWithItsReason()
    {
        var letter = (await run.App.DeadLettersAsync()).ShouldHaveSingleItem();

        letter.DeadLetterReason.ShouldBe(CertificateErrors.NoCredential.Code);
        letter.Body.ToString().ShouldContain(run.DeadId);
        (await run.App.WaitingLettersAsync()).ShouldBeEmpty();
        (await run.App.ResultAsync(ThreeKills.DeadPath)).GetProperty("outcome").GetString().ShouldBe(nameof(FileOutcome.DeadLettered));
        (await run.App.Ledger.FindAsync(run.DeadId, CancellationToken.None)).ShouldNotBeNull().Outcome.ShouldBe(FileOutcome.DeadLettered);
    }

    [Fact]
    public async Task Kill_RunningSteps_AreRunAgainAndRecordNoFailure()
    {
        // The one failure is the step that found no credential.
        (await new TaskHub(run.App.Services.Azurite).FailuresAsync()).ShouldAllBe(failure => failure.StartsWith($"consignment-{SampleNips.Stranger}-"));
    }
}
