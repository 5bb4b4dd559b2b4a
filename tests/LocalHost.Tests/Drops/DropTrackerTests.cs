using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Storage;
using LocalHost.Drops;
using LocalHost.Tests.Azurite;

namespace LocalHost.Tests.Drops;

[Collection(AzuriteCollection.Name)]
public sealed class DropTrackerTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Nip = "1111111111";
    private const string Path = $"{Nip}/a.xml";

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Noon);

    private LedgerStore Ledger => new(new InvoiceStorage(azurite.Blobs));

    public async Task InitializeAsync()
    {
        await azurite.Blobs.GetBlobContainerClient(ContainerNames.Status).DeleteIfExistsAsync();
        await azurite.Blobs.GetBlobContainerClient(ContainerNames.Status).CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Refresh_EarlierFileOfTheSameNameStillOnItsWay_StaysBesideTheOneOfThisRun()
    {
        await Ledger.ClaimAsync(Record("earlier", Noon.AddMinutes(-5), FileOutcome.Processing), CancellationToken.None);
        var tracker = new DropTracker(Ledger, _time);
        await tracker.RefreshAsync(CancellationToken.None);
        var dropped = new DroppedFile("a.xml", Path, "own", Noon, 0);

        tracker.Add(dropped);
        await tracker.RefreshAsync(CancellationToken.None);

        tracker.Own.ShouldHaveSingleItem().File.ShouldBe(dropped);
        tracker.All.Select(file => file.File.FileId).ShouldBe(["own", "earlier"]);
    }

    [Fact]
    public async Task Refresh_FileOfThisRunIsFinal_HasItsRecord()
    {
        var tracker = new DropTracker(Ledger, _time);
        tracker.Add(new DroppedFile("a.xml", Path, "own", Noon, 0));
        await Ledger.ClaimAsync(Record("own", Noon, FileOutcome.Accepted), CancellationToken.None);

        await tracker.RefreshAsync(CancellationToken.None);

        tracker.Own.ShouldHaveSingleItem().IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task Refresh_NameIsDroppedAgainWithOtherContent_EachContentHasItsOwnEnd()
    {
        var tracker = new DropTracker(Ledger, _time);
        tracker.Add(new DroppedFile("a.xml", Path, "first", Noon, 0));
        await Ledger.ClaimAsync(Record("first", Noon.AddMilliseconds(100), FileOutcome.Accepted), CancellationToken.None);
        await tracker.RefreshAsync(CancellationToken.None);

        tracker.Add(new DroppedFile("a.xml", Path, "second", Noon.AddMilliseconds(150), 1));
        await tracker.RefreshAsync(CancellationToken.None);
        tracker.Own.ShouldHaveSingleItem().IsFinal.ShouldBeFalse();
        await Ledger.ClaimAsync(Record("second", Noon.AddMilliseconds(200), FileOutcome.Accepted), CancellationToken.None);
        await tracker.RefreshAsync(CancellationToken.None);
        await tracker.RefreshAsync(CancellationToken.None);

        tracker.All.Select(file => (file.File.FileId, file.Record?.Id)).ShouldBe([("second", "second"), ("first", "first")]);
    }

    [Fact]
    public async Task Refresh_NameOfThisRunIsOverwrittenBySomebody_BothAreShown()
    {
        var tracker = new DropTracker(Ledger, _time);
        tracker.Add(new DroppedFile("a.xml", Path, "own", Noon, 0));
        await Ledger.ClaimAsync(Record("own", Noon.AddMilliseconds(100), FileOutcome.Processing), CancellationToken.None);
        await Ledger.ClaimAsync(Record("other", Noon.AddMilliseconds(250), FileOutcome.Accepted), CancellationToken.None);

        await tracker.RefreshAsync(CancellationToken.None);
        await tracker.RefreshAsync(CancellationToken.None);

        tracker.Own.ShouldHaveSingleItem().IsFinal.ShouldBeFalse();
        tracker.All.Select(file => file.File.FileId).ShouldBe(["own", "other"]);
    }

    [Fact]
    public async Task Refresh_OwnDropIsGoneBeforeItIsRead_EndsWithWhatCameUnderItsName()
    {
        var tracker = new DropTracker(Ledger, _time);
        tracker.Add(new DroppedFile("a.xml", Path, "never read", Noon, 0));
        await Ledger.ClaimAsync(Record("removed", Noon.AddMilliseconds(100), FileOutcome.Rejected), CancellationToken.None);

        await tracker.RefreshAsync(CancellationToken.None);

        tracker.All.ShouldHaveSingleItem().Outcome.ShouldBe(FileOutcome.Rejected);
    }

    [Fact]
    public async Task Refresh_SameBytesEndedBefore_IsOverWhenTheAppHasNoticedTheNewDrop()
    {
        var record = Record("own", Noon.AddHours(-1), FileOutcome.Rejected);
        await Ledger.ClaimAsync(record, CancellationToken.None);
        var tracker = new DropTracker(Ledger, _time);
        tracker.Add(new DroppedFile("a.xml", Path, "own", Noon, 0));

        await tracker.RefreshAsync(CancellationToken.None);
        tracker.Own.ShouldHaveSingleItem().IsFinal.ShouldBeFalse();
        await Ledger.UpdateAsync(record.LedgerName, current => current.Dropped(Path, Noon.AddSeconds(1)), CancellationToken.None);
        await tracker.RefreshAsync(CancellationToken.None);

        tracker.Own.ShouldHaveSingleItem().IsFinal.ShouldBeTrue();
    }

    [Fact]
    public async Task Refresh_OtherFiles_AreShownWhileTheyMoveAndWhenTheyCameSinceTheStart()
    {
        await Ledger.ClaimAsync(Record("long done", Noon.AddHours(-1), FileOutcome.Accepted), CancellationToken.None);
        await Ledger.ClaimAsync(Record("moving", Noon.AddMinutes(-1), FileOutcome.Sending), CancellationToken.None);
        var tracker = new DropTracker(Ledger, _time);
        await Ledger.ClaimAsync(Record("new", Noon.AddSeconds(1), FileOutcome.Rejected), CancellationToken.None);

        await tracker.RefreshAsync(CancellationToken.None);

        tracker.Own.ShouldBeEmpty();
        tracker.All.Select(file => file.File.FileId).ShouldBe(["moving", "new"]);
    }

    private static FileRecord Record(string id, DateTimeOffset receivedAt, FileOutcome outcome) => new()
    {
        Id = id,
        LedgerName = LedgerStore.NameFor(id, receivedAt),
        ContextNip = Nip,
        Sha256 = id,
        Size = 1,
        Paths = [Path],
        ReceivedAt = receivedAt,
        Outcome = outcome,
    };
}
