using Azure.Data.Tables;
using KsefFunctions.Files;
using KsefFunctions.Index;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Storage;
using KsefFunctions.Sweep;
using Microsoft.Extensions.DependencyInjection;
using SampleInvoices;

namespace KsefFunctions.Tests.Index;

/// <summary>The index follows the ledger, whatever happens to the table, and is never in the way of an invoice.</summary>
public sealed class InvoiceIndexTests : IAsyncLifetime
{
    private readonly SwitchedTable _switch = new();
    private RunningApp _app = null!;

    private InvoiceSearch Search => new(new TableServiceClient(_app.Around.Azurite.InvoicesConnectionString, IndexTable.Options()));

    private TableClient Table => new TableServiceClient(_app.Around.Azurite.InvoicesConnectionString).GetTableClient(IndexTable.Name);

    private InvoiceIndex Index => _app.Services.GetRequiredService<InvoiceIndex>();

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync(FlowMode.Automatic, services =>
    {
        _switch.PutInto(services);
        services.Configure<KsefFunctionsOptions>(options => options.UnnoticedAfter = TimeSpan.Zero);
    });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Settle_PackageOfThree_EachIsFoundByItsNumberWithItsKsefNumber()
    {
        var invoices = Enumerable.Range(0, 3).Select(_ => AppUnderTest.Invoice()).ToList();

        var record = await _app.SettleAsync("three.zip", SampleArchive.Zip([.. invoices.Select(invoice => ($"{invoice.Number.Replace('/', '-')}.xml", invoice.ToBytes()))]));

        foreach (var row in record.Invoices)
        {
            var found = (await FindAsync(new InvoiceFilter { Number = row.Number })).ShouldHaveSingleItem();
            (found.Status, found.KsefNumber, found.FileId).ShouldBe((InvoiceStatus.Accepted, row.KsefNumber, record.Id));
        }
    }

    [Fact]
    public async Task Settle_RejectedInvoice_IsFoundWithItsReason()
    {
        var invoice = AppUnderTest.Invoice() with { TotalGross = 1m, Seller = SampleParty.Seller with { Nip = "1234567890" } };

        var record = await _app.SettleAsync("wrong.xml", invoice.ToBytes());

        var found = (await FindAsync(new InvoiceFilter { Status = InvoiceStatus.Rejected })).ShouldHaveSingleItem();
        (found.Number, found.ErrorCode, found.ErrorPl).ShouldBe((invoice.Number, record.FirstError!.Code, record.FirstError.MessagePl));
    }

    [Fact]
    public async Task Write_StatusChanges_IsFoundUnderTheNewOneOnly()
    {
        var before = IndexedFile.Of(1, IndexedFile.Nip, "a.xml", IndexedFile.Row(1, "FV/1"));

        await Index.WriteAsync(before: null, before, CancellationToken.None);
        await Index.WriteAsync(before, before.Accepted(), CancellationToken.None);

        (await FindAsync(new InvoiceFilter { Status = InvoiceStatus.OnItsWay })).ShouldBeEmpty();
        (await FindAsync(new InvoiceFilter { Status = InvoiceStatus.Accepted })).ShouldHaveSingleItem();
        (await RowsAsync()).Count(key => key.StartsWith("b|", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Write_RowToRemoveIsGone_WritesTheOthers()
    {
        var before = IndexedFile.Of(1, IndexedFile.Nip, "a.xml", IndexedFile.Row(1, "FV/1"));
        await Index.WriteAsync(before: null, before, CancellationToken.None);
        await Table.DeleteEntityAsync(IndexedFile.Nip, (await RowsAsync()).Single(key => key.StartsWith("b|", StringComparison.Ordinal)));

        await Index.WriteAsync(before, before.Accepted(), CancellationToken.None);

        (await FindAsync(new InvoiceFilter { Number = "FV/1" })).Single().Status.ShouldBe(InvoiceStatus.Accepted);
    }

    [Fact]
    public async Task Write_ThousandInvoices_TakesOneTransactionForHundredRows()
    {
        var package = IndexedFile.Of(1, IndexedFile.Nip, "a.zip", [.. Enumerable.Range(1, 1000).Select(ordinal => IndexedFile.Row(ordinal, $"P/{ordinal}"))]);
        await Index.WriteAsync(before: null, IndexedFile.Of(0, IndexedFile.Nip, "first.xml", IndexedFile.Row(1, "FV/1")), CancellationToken.None);
        var before = _switch.Transactions;

        await Index.WriteAsync(before: null, package, CancellationToken.None);

        var rows = (await RowsAsync()).Count;
        (_switch.Transactions - before).ShouldBeLessThanOrEqualTo((rows / 100) + 3);
    }

    [Fact]
    public async Task Settle_PackageOfMoreThanAThousand_IsFoundSoonBehindItsEnd()
    {
        var pattern = AppUnderTest.Invoice();

        var record = await _app.SettleAsync("large.zip", SampleArchive.Zip(SampleArchive.Invoices(pattern, 1001)));

        var last = record.Invoices[^1];
        await AppUnderTest.EventuallyAsync(async () => (await FindAsync(new InvoiceFilter { KsefNumber = last.KsefNumber })).Count == 1, () => "the last invoice is found");
        await AppUnderTest.EventuallyAsync(async () => (await _app.NamesAsync("status", "unindexed/")).Count == 0, () => "nothing is left to do");
        (await FindAsync(new InvoiceFilter { Number = last.Number })).ShouldHaveSingleItem().Status.ShouldBe(InvoiceStatus.Accepted);
    }

    [Fact]
    public async Task Settle_TableIsAway_InvoiceIsSentAndTheSweepMakesUpForTheIndex()
    {
        _switch.IsAway = true;
        var invoice = AppUnderTest.Invoice();

        var record = await _app.SettleAsync("one.xml", invoice.ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Accepted);
        (await FindAsync(new InvoiceFilter { Number = invoice.Number })).ShouldBeEmpty();
        _switch.IsAway = false;
        await RepairAsync();
        (await FindAsync(new InvoiceFilter { Number = invoice.Number })).ShouldHaveSingleItem().KsefNumber.ShouldBe(record.Invoices[0].KsefNumber);
        (await _app.NamesAsync("status", "unindexed/")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Repair_OneFileCannotBeWritten_WritesTheOthers()
    {
        _switch.IsAway = true;
        var invoice = AppUnderTest.Invoice();
        await _app.SettleAsync("one.xml", invoice.ToBytes());
        _switch.IsAway = false;
        await _app.Container("status").GetBlobClient("unindexed/files/0-lost.json/0").UploadAsync(BinaryData.Empty);

        await RepairAsync();

        (await FindAsync(new InvoiceFilter { Number = invoice.Number })).ShouldHaveSingleItem();
        (await _app.NamesAsync("status", "unindexed/")).ShouldBe(["unindexed/files/0-lost.json/0"]);
    }

    [Fact]
    public async Task Replace_AnotherWasFaster_IndexShowsWhatThatOneWrote()
    {
        var first = IndexedFile.Of(1, IndexedFile.Nip, "a.xml", IndexedFile.Row(1, "FV/1"));
        var (fast, slow) = (Ledger(), Ledger());
        await fast.ClaimAsync(first, CancellationToken.None);
        await Index.WriteAsync(before: null, first, CancellationToken.None);
        var known = await slow.ReadAsync(first.LedgerName, CancellationToken.None);
        await fast.UpdateAsync(first.LedgerName, record => record with { Outcome = FileOutcome.Accepted, Invoices = first.Accepted().Invoices }, CancellationToken.None);

        (await slow.TryReplaceAsync(known, first with { Outcome = FileOutcome.Sending }, CancellationToken.None)).ShouldBeNull();

        (await FindAsync(new InvoiceFilter { Number = "FV/1" })).Single().Status.ShouldBe(InvoiceStatus.Accepted);
    }

    [Fact]
    public async Task Rebuild_IndexIsLost_FindsEverythingAgain()
    {
        var record = await _app.SettleAsync("one.xml", AppUnderTest.Invoice().ToBytes());
        await Table.DeleteAsync();

        (await _app.PostAsync("index/rebuild", new { })).EnsureSuccessStatusCode();
        await AppUnderTest.EventuallyAsync(async () => (await _app.JsonAsync("index/rebuild")).GetProperty("status").GetString() == "Completed", () => "the index is rebuilt");

        var shown = await _app.JsonAsync("index/rebuild");
        (shown.GetProperty("files").GetInt32(), shown.GetProperty("invoices").GetInt32()).ShouldBe((1, 1));
        (await _app.JsonAsync($"invoices?ksefNumber={record.Invoices[0].KsefNumber}")).GetProperty("invoices").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Rebuild_TableHasWhatIsNoLongerSo_RemovesIt()
    {
        var file = IndexedFile.Of(1, IndexedFile.Nip, "a.xml", IndexedFile.Row(1, "FV/1"));
        await Index.WriteAsync(before: null, file, CancellationToken.None);

        await Index.WriteAnewAsync(file.Accepted(), CancellationToken.None);

        (await RowsAsync()).Count(key => key.StartsWith("b|", StringComparison.Ordinal)).ShouldBe(1);
        (await FindAsync(new InvoiceFilter { Status = InvoiceStatus.Accepted })).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Query_NamesAProperty_IsRefusedBeforeItIsSent()
    {
        var table = new TableServiceClient(_app.Around.Azurite.InvoicesConnectionString, IndexTable.Options()).GetTableClient(IndexTable.Name);

        await Should.ThrowAsync<InvalidOperationException>(async () => await table.QueryAsync<TableEntity>("PartitionKey eq 'a' and Number eq 'RowKey ge'").FirstOrDefaultAsync());
        await Should.ThrowAsync<InvalidOperationException>(async () => await table.QueryAsync<TableEntity>("Number eq '1'").FirstOrDefaultAsync());
        await Should.ThrowAsync<InvalidOperationException>(async () => await table.QueryAsync<TableEntity>("RowKey ge 'a'").FirstOrDefaultAsync());
        await Should.ThrowAsync<InvalidOperationException>(async () => await table.QueryAsync<TableEntity>().FirstOrDefaultAsync());
    }

    private async Task<IReadOnlyList<IndexedInvoice>> FindAsync(InvoiceFilter filter) =>
        (await Search.FindAsync(filter, 50, continuation: null, CancellationToken.None)).Invoices;

    private LedgerStore Ledger() => new(new InvoiceStorage(_app.Blobs), Index);

    private Task RepairAsync() => _app.RunTimerAsync(nameof(SweepTimer));

    private async Task<IReadOnlyList<string>> RowsAsync() => await Table.QueryAsync<TableEntity>().Select(row => row.RowKey).ToListAsync();
}
