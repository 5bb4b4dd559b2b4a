using System.Net;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Intake;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A drop that was seen and is gone before it was read is answered, and never in the place of one that was read.</summary>
public sealed class RemovedDropTests
{
    private static readonly string Path = $"{SampleNips.Seller}/gone.xml";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_SeenAndGone_HasAResultAndAnEntryOnceHoweverOftenItIsTold(bool saysWhen)
    {
        await using var app = await RunningApp.StartAsync();
        var seen = new SeenDrop(Path, ETag: null, saysWhen ? TimeProvider.System.GetUtcNow() : null);

        await Task.WhenAll(app.NoticeAsync(seen), app.NoticeAsync(seen));
        await app.NoticeAsync(seen);

        await IsRemovedAsync(app);
        var entry = await app.Ledger.ListAllAsync(CancellationToken.None).SingleAsync();
        (entry.Outcome, entry.IsFinal, entry.ErrorCode, entry.Path).ShouldBe((FileOutcome.Rejected, true, FileErrors.Replaced.Code, Path));
        (await app.InstancesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Take_ToldAgainAfterTheErpTidiedUp_LeavesTheResultAlone()
    {
        await using var app = await RunningApp.StartAsync();
        var record = await app.SettleAsync("gone.xml", RunningApp.Invoice().ToBytes());
        var blob = await app.Container("inbox").GetBlobClient(Path).GetPropertiesAsync();
        await app.Container("inbox").GetBlobClient(Path).DeleteAsync();

        await app.NoticeAsync(new SeenDrop(Path, ETag: null, blob.Value.LastModified));
        await app.NoticeAsync(new SeenDrop(Path, blob.Value.ETag.ToString()));
        await app.NoticeAsync(new SeenDrop(Path));

        (await app.ResultAsync(Path)).GetProperty("sha256").GetString().ShouldBe(record.Sha256);
        (await app.Ledger.ListAllAsync(CancellationToken.None).CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Take_LaterDropIsGone_HasThePlainResultAndNamesTheEarlierOne()
    {
        await using var app = await RunningApp.StartAsync();
        var record = await app.SettleAsync("gone.xml", RunningApp.Invoice().ToBytes());
        await app.Container("inbox").GetBlobClient(Path).DeleteAsync();

        await app.NoticeAsync(new SeenDrop(Path, ETag: null, TimeProvider.System.GetUtcNow().AddMinutes(1)));

        await IsRemovedAsync(app);
        var earlier = (await app.ResultAsync(Path)).GetProperty("earlier").EnumerateArray().ShouldHaveSingleItem();
        earlier.GetProperty("sha256").GetString().ShouldBe(record.Sha256);
        (await app.OutboxTextAsync(earlier.GetProperty("result").GetString()!)).ShouldNotBeNull().ShouldContain(record.Invoices[0].KsefNumber!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_GoneAndANewerDropIsThere_NewerDropHasTheResult(bool newerIsFirst)
    {
        await using var app = await RunningApp.StartAsync();
        var removed = new SeenDrop(Path, "0x1", newerIsFirst ? null : TimeProvider.System.GetUtcNow().AddMinutes(-1));
        if (!newerIsFirst)
        {
            await app.NoticeAsync(removed);
        }

        var record = await app.SettleAsync("gone.xml", RunningApp.Invoice().ToBytes());
        await app.Container("inbox").GetBlobClient(Path).DeleteAsync();
        await app.NoticeAsync(removed);
        await RunningApp.EventuallyAsync(
            async () => (await app.ResultAsync(Path)).GetProperty("sha256").GetString() == record.Sha256, () => "the newer drop has the result");

        (await app.ResultAsync(Path)).TryGetProperty("earlier", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Replay_OfWhatIsGone_IsRefused()
    {
        await using var app = await RunningApp.StartAsync();
        await app.NoticeAsync(new SeenDrop(Path));
        var entry = await app.Ledger.ListAllAsync(CancellationToken.None).SingleAsync();

        (await app.PostAsync($"files/{entry.Id}/replay", new { })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("""{"LastModified":"2026-02-03T10:15:00+00:00","ETag":{}}""", "2026-02-03T10:15:00Z")]
    [InlineData("""{"LastModified":7}""", null)]
    [InlineData("""["LastModified"]""", null)]
    [InlineData("none", null)]
    public void LastModifiedIn_WhatTheHostTells_IsReadOrLeft(string properties, string? expected) =>
        InboxTrigger.LastModifiedIn(new Dictionary<string, object?> { ["Properties"] = properties })
            .ShouldBe(expected is null ? null : DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void LastModifiedIn_HostTellsNothing_IsNull() => InboxTrigger.LastModifiedIn(new Dictionary<string, object?>()).ShouldBeNull();

    [Fact]
    public void Parse_MessageOfTheTrigger_HasTheVersionAndKeepsIt() =>
        GivenUpBlob.Parse(GivenUpBlob.Parse("""{"Type":"BlobTrigger","BlobName":"a.xml","ETag":"\"0x1\""}""").ToJson()).ETag.ShouldBe("\"0x1\"");

    private static async Task IsRemovedAsync(RunningApp app)
    {
        var result = await app.ResultAsync(Path);
        result.GetProperty("outcome").GetString().ShouldBe("Rejected");
        result.GetProperty("sha256").GetString().ShouldBeEmpty();
        result.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem().GetProperty("code").GetString().ShouldBe(FileErrors.Replaced.Code);
    }
}
