using System.Net;
using System.Text.Json;
using KsefFunctions.Errors;
using KsefFunctions.Hosting;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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

        await RunningApp.EventuallyAsync(async () => (await DeadLettersAsync(app)).GetArrayLength() == 1, () => "the message is dead-lettered");
        var letter = (await DeadLettersAsync(app))[0];
        letter.GetProperty("reason").GetString().ShouldBe(CertificateErrors.NoCredential.Code);
        letter.GetProperty("body").GetString().ShouldNotBeNull().ShouldContain(dead.Id);
        letter.GetProperty("body").GetString()!.ShouldNotContain(dead.Invoices[0].BuyerName!);
    }

    [Fact]
    public async Task Drop_TriggerGivesUp_IsADeadLetterWithAResultFile()
    {
        await using var app = await RunningApp.StartAsync(
            FlowMode.Automatic,
            services => services.Replace(ServiceDescriptor.Singleton<FileIntake>(_ => throw new IOException("The storage is away."))));
        var path = $"{SampleNips.Seller}/unread.xml";

        await app.DropAsync(path, RunningApp.Invoice().ToBytes());

        await RunningApp.EventuallyAsync(async () => (await app.OutboxTextAsync($"{path}.result.json")) is not null, () => "the ERP is told");
        var result = await app.ResultAsync(path);
        result.GetProperty("outcome").GetString().ShouldBe("DeadLettered");
        result.GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe(TechnicalErrors.TriggerGaveUp.Code);
    }

    private static async Task<JsonElement> DeadLettersAsync(RunningApp app) =>
        JsonDocument.Parse(await app.Http.GetStringAsync(new Uri(app.App.Address, "/admin/queues/invoices-poison/deadletters"))).RootElement;
}
