using System.Security.Cryptography;
using System.Text.Json;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Orchestrators;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>The trigger fires at least once, and a crash may come between any two things that it does.</summary>
public sealed class IntakeTests
{
    [Fact]
    public async Task Drop_TriggerFiresThreeTimesAtOnce_IsOneFileSentOnce()
    {
        await using var app = await RunningApp.StartAsync();
        var (path, content) = ($"{SampleNips.Seller}/thrice.xml", RunningApp.Invoice().ToBytes());
        await app.UploadAsync(path, content);

        await Task.WhenAll(app.NoticeAsync(path), app.NoticeAsync(path), app.NoticeAsync(path));
        var record = await app.SettledAsync(RunningApp.IdOf(content), path);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.Attempt.ShouldBe(1);
        (await app.InstancesAsync()).Count(instance => instance.Name == nameof(ProcessFile)).ShouldBe(1);
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Drop_CrashBetweenClaimAndStart_IsStartedWhenTheTriggerFiresAgain(bool hasDocument)
    {
        await using var app = await RunningApp.StartAsync();
        var (path, content) = ($"{SampleNips.Seller}/claimed.xml", RunningApp.Invoice().ToBytes());
        var first = FirstRecord(path, content);
        if (hasDocument)
        {
            await app.Ledger.ClaimAsync(first, CancellationToken.None);
        }
        else
        {
            await app.Container("status").GetBlobClient($"claims/{first.Id}").UploadAsync(BinaryData.FromString(JsonSerializer.Serialize(new { ledgerName = first.LedgerName })));
        }

        var record = await app.SettleAsync("claimed.xml", content);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        record.LedgerName.ShouldBe(first.LedgerName);
        record.Attempt.ShouldBe(1);
        (await app.NamesAsync("status")).Count(name => name.StartsWith("files/", StringComparison.Ordinal)).ShouldBe(1);
        app.SimulatorCalls("OnlineSessionSend").ShouldBe(1);
    }

    [Fact]
    public async Task Drop_SmallFileThatIsDeletedAsSoonAsItIsTakenIn_IsArchivedAndSent()
    {
        await using var app = await RunningApp.StartAsync();
        var (path, content) = ($"{SampleNips.Seller}/short-lived.xml", RunningApp.Invoice().ToBytes());
        await app.UploadAsync(path, content);
        await app.NoticeAsync(path);
        await app.Container("inbox").GetBlobClient(path).DeleteAsync();

        var record = await app.SettledAsync(RunningApp.IdOf(content), path);

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        (await app.NamesAsync("archive")).ShouldContain(record.ArchivedOriginal);
    }

    private static FileRecord FirstRecord(string path, byte[] content)
    {
        var (id, now) = (RunningApp.IdOf(content), TimeProvider.System.GetUtcNow());
        return new FileRecord
        {
            Id = id,
            LedgerName = LedgerStore.NameFor(id, now),
            ContextNip = SampleNips.Seller,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            Size = content.Length,
            Paths = [path],
            ReceivedAt = now,
        };
    }
}
