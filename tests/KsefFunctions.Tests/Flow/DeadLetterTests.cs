using System.Net;
using Azure.Messaging.ServiceBus;
using KsefFunctions.DeadLetters;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Sweep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
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

    [Fact]
    public async Task Quarantine_RunTwice_LeavesOneDeadLetter()
    {
        await using var app = await RunningApp.StartAsync();
        var letter = PoisonEnvelope.ForBlob($"{SampleNips.Seller}/twice.xml", TimeProvider.System.GetUtcNow());
        var quarantine = app.Services.GetRequiredService<Quarantine>();

        await quarantine.RunAsync(letter, CancellationToken.None);
        await quarantine.RunAsync(letter, CancellationToken.None);

        (await app.DeadLettersAsync()).ShouldHaveSingleItem().DeadLetterReason.ShouldBe(TechnicalErrors.TriggerGaveUp.Code);
        (await app.WaitingLettersAsync()).ShouldBeEmpty();
        (await app.Ledger.ListAllAsync(CancellationToken.None).ToListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Sweep_CrashAfterSending_MovesTheLetterOnce()
    {
        await using var app = await RunningApp.StartAsync();
        var letter = PoisonEnvelope.ForBlob($"{SampleNips.Seller}/sent.xml", TimeProvider.System.GetUtcNow());
        await app.Services.GetRequiredService<PoisonQueue>().SendAsync(letter, CancellationToken.None);
        (await app.DeadLettersAsync()).ShouldBeEmpty();

        await app.RunTimerAsync(nameof(SweepTimer));
        await app.Services.GetRequiredService<Quarantine>().RunAsync(letter, CancellationToken.None);

        (await app.DeadLettersAsync()).ShouldHaveSingleItem().DeadLetterReason.ShouldBe(TechnicalErrors.TriggerGaveUp.Code);
        (await app.WaitingLettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Quarantine_AnotherInstanceHasSwept_ItHoldsNoLetterBack()
    {
        await using var app = await RunningApp.StartAsync();
        await using var otherClient = new ServiceBusClient(app.ServiceBus);
        await using var other = new PoisonQueue(otherClient, app.Services.GetRequiredService<IOptions<KsefFunctionsOptions>>(), NullLogger<PoisonQueue>.Instance);
        (await other.DrainAsync(until: null, CancellationToken.None)).ShouldBe(0);

        await app.Services.GetRequiredService<Quarantine>().RunAsync(
            PoisonEnvelope.ForBlob($"{SampleNips.Seller}/here.xml", TimeProvider.System.GetUtcNow()), CancellationToken.None);

        (await app.DeadLettersAsync()).ShouldHaveSingleItem();
    }
}
