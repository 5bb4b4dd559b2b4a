using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace KsefFunctions.Tests.Ledger;

/// <summary>What an instance of the app wrote last is where its next change starts from, and never what it goes by when another one has written since.</summary>
public sealed class LedgerStoreTests : IAsyncLifetime
{
    private static readonly FileRecord First = AnyFile.Record with
    {
        Invoices = [new InvoiceRow { Ordinal = 1, Name = "a.xml", InvoiceHash = "hash", Size = 1 }],
    };

    private RunningApp _app = null!;
    private LedgerStore _mine = null!;
    private LedgerStore _theirs = null!;

    public async Task InitializeAsync()
    {
        _app = await RunningApp.StartAsync();
        (_mine, _theirs) = (_app.Ledger, _app.Ledger);
        await _mine.ClaimAsync(First, CancellationToken.None);
        await WriteAsync(_mine, "mine");
        await WriteAsync(_theirs, "theirs");
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Update_AnotherInstanceWroteSince_ChangesWhatThatOneLeft()
    {
        await WriteAsync(_mine, "mine again");

        (await _mine.GetByNameAsync(First.LedgerName, CancellationToken.None)).LeftOut.ShouldBe(["mine", "theirs", "mine again"]);
    }

    [Fact]
    public async Task Update_NothingToChange_GivesWhatAnotherInstanceLeft()
    {
        var record = await _mine.UpdateAsync(First.LedgerName, _ => null, CancellationToken.None);

        record.LeftOut.ShouldBe(["mine", "theirs"]);
    }

    private static Task<FileRecord> WriteAsync(LedgerStore ledger, string word) =>
        ledger.UpdateAsync(First.LedgerName, record => record with { LeftOut = [.. record.LeftOut, word] }, CancellationToken.None);
}
