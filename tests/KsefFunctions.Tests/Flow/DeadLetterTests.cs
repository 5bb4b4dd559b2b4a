using System.Net;
using KsefFunctions.Errors;
using KsefFunctions.Hosting;
using KsefFunctions.Ledger;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task Drop_NoCredential_IsDeadLetterAndGoesOutAfterReplay()
    {
        var credentials = new SwitchableCredentials();
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, credentials.Wrap);
        var content = RunningApp.Invoice().ToBytes();
        var (id, path) = (RunningApp.IdOf(content), $"{SampleNips.Seller}/no-key.xml");

        var dead = await app.SettleAsync("no-key.xml", content);
        credentials.Available = true;
        var replay = await app.PostAsync($"files/{id}/replay", new { });
        var replayed = await app.SettledAsync(id, path, attempt: 2);

        dead.Outcome.ShouldBe(FileOutcome.DeadLettered);
        dead.Errors.ShouldHaveSingleItem().Code.ShouldBe(CertificateErrors.NoCredential.Code);
        dead.Errors[0].MessagePl.ShouldContain(SampleNips.Seller);
        replay.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        replayed.Outcome.ShouldBe(FileOutcome.Accepted);
        replayed.Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task Drop_NoCredential_FilesAroundItGoOn()
    {
        var credentials = new SwitchableCredentials { Refused = SampleNips.Stranger, Available = true };
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, credentials.Wrap);

        var records = await Task.WhenAll(
            app.SettleAsync("theirs.xml", RunningApp.Invoice().SoldBy(SampleNips.Stranger).ToBytes(), SampleNips.Stranger),
            app.SettleAsync("ours.xml", RunningApp.Invoice().ToBytes()));

        records[0].Outcome.ShouldBe(FileOutcome.DeadLettered);
        records[1].Outcome.ShouldBe(FileOutcome.Accepted);
    }

    [Fact]
    public async Task Drop_NoCredential_MessageLiesInTheRealDeadLetterQueueWithItsReason()
    {
        await using var app = await RunningApp.StartAsync(FlowMode.Automatic, new SwitchableCredentials().Wrap);

        var dead = await app.SettleAsync("reason.xml", RunningApp.Invoice().ToBytes());

        await RunningApp.EventuallyAsync(async () => (await app.DeadLettersAsync()).Count == 1, () => "the message is dead-lettered");
        var letter = (await app.DeadLettersAsync())[0];
        letter.DeadLetterReason.ShouldBe(CertificateErrors.NoCredential.Code);
        letter.DeadLetterErrorDescription.ShouldContain(SampleNips.Seller);
        letter.Body.ToString().ShouldContain(dead.Id);
        letter.Body.ToString().ShouldNotContain(dead.Invoices[0].BuyerName!);
    }
}
