using KsefFunctions.Files;
using KsefFunctions.Index;
using Microsoft.Extensions.DependencyInjection;

namespace KsefFunctions.Tests.Index;

/// <summary>Invoices are found by what stands in them and by what became of them, in any file, newest first; each search is a range of keys.</summary>
public sealed class InvoiceSearchTests(InvoiceSearchTests.Fixture fixture) : IClassFixture<InvoiceSearchTests.Fixture>
{
    private const string Other = "1111111111";
    private const string Session = "20261102-SB-1111111111-1111111111-11";

    public static TheoryData<string, InvoiceFilter, string[]> Searches => new()
    {
        { "number", new() { Number = "FV/2/11/2026" }, ["FV/2/11/2026"] },
        { "number's beginning, small letters", new() { Number = "fv/1" }, ["FV/1/11/2026", "FV/10/11/2026"] },
        { "number in a package", new() { Number = "P/3" }, ["P/3"] },
        { "KSeF number", new() { KsefNumber = Fixture.KsefNumber }, ["FV/1/11/2026"] },
        { "buyer", new() { BuyerNip = "5260250274" }, ["FV/2/11/2026"] },
        { "seller who is not the company", new() { SellerNip = "7010004489" }, ["SELF/1"] },
        { "seller who is", new() { SellerNip = Other, ContextNip = Other }, ["FV/10/11/2026"] },
        { "name without accents", new() { BuyerName = "klos" }, ["FV/10/11/2026", "P/1", "P/2", "P/3", "SELF/1", "FV/1/11/2026"] },
        { "two words of a name", new() { BuyerName = "młyn brzeg" }, ["FV/2/11/2026"] },
        { "name of one without a NIP", new() { BuyerName = "Conserves" }, ["EXP/1"] },
        { "file", new() { File = "paczka.zip" }, ["P/1", "P/2", "P/3"] },
        { "word in a file's name", new() { File = "sprzedaz" }, ["FV/2/11/2026", "FV/1/11/2026"] },
        { "amount", new() { AmountFrom = 1000m, AmountTo = 1000m }, ["FV/2/11/2026"] },
        { "amounts", new() { AmountFrom = -50m, AmountTo = 120m }, ["EXP/1", "P/1"] },
        { "day of issue", new() { IssuedFrom = new(2026, 10, 31), IssuedTo = new(2026, 10, 31) }, ["EXP/1"] },
        { "status", new() { Status = InvoiceStatus.Rejected }, ["P/2"] },
        { "status of one company", new() { Status = InvoiceStatus.Accepted, ContextNip = Other }, ["FV/10/11/2026"] },
        { "schema", new() { Schema = "PEF(3)" }, ["EXP/1"] },
        { "session", new() { Session = Session }, ["P/1", "P/3"] },
        { "company", new() { ContextNip = Other }, ["FV/10/11/2026"] },
        { "time", new() { ReceivedFrom = IndexedFile.Began.AddMinutes(2), ReceivedTo = IndexedFile.Began.AddMinutes(4) }, ["EXP/1", "FV/2/11/2026"] },
        { "two things at once", new() { BuyerNip = Other, Status = InvoiceStatus.Rejected }, ["P/2"] },
        { "nothing that is there", new() { Number = "FV/3" }, [] },
    };

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Find_ByOneThing_GivesWhatMatches(string what, InvoiceFilter filter, string[] numbers)
    {
        var found = await fixture.Search.FindAsync(filter, 50, continuation: null, CancellationToken.None);

        found.Invoices.Select(invoice => invoice.Number).ShouldBe(numbers, what);
        (found.Continuation, found.IsCut).ShouldBe((null, false));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Find_PageByPage_GivesEachInvoiceOnceNewestFirst(int size)
    {
        var numbers = new List<string?>();
        string? continuation = null;
        do
        {
            var page = await fixture.Search.FindAsync(new InvoiceFilter(), size, continuation, CancellationToken.None);
            numbers.AddRange(page.Invoices.Select(invoice => invoice.Number));
            page.Invoices.Count.ShouldBeLessThanOrEqualTo(size);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        numbers.ShouldBe(["FV/10/11/2026", "P/1", "P/2", "P/3", "SELF/1", "EXP/1", "FV/2/11/2026", "FV/1/11/2026"]);
    }

    [Fact]
    public async Task Find_ByValuePageByPage_GoesOnWhereThePageBeforeEnded()
    {
        var first = await fixture.Search.FindAsync(new InvoiceFilter { Number = "F" }, 2, continuation: null, CancellationToken.None);
        var second = await fixture.Search.FindAsync(new InvoiceFilter { Number = "F" }, 2, first.Continuation, CancellationToken.None);

        first.Invoices.Concat(second.Invoices).Select(invoice => invoice.Number).ShouldBe(["FV/1/11/2026", "FV/10/11/2026", "FV/2/11/2026"]);
    }

    [Fact]
    public async Task Find_AllOfItsValues_ComeBackAsTheyWereWritten()
    {
        var found = await fixture.Search.FindAsync(new InvoiceFilter { Number = "FV/1/" }, 1, continuation: null, CancellationToken.None);

        found.Invoices.Single().ShouldBe(IndexedInvoice.Of(fixture.First, fixture.First.Invoices[0]));
    }

    [Fact]
    public async Task Companies_OfAllInvoices_AreKnown() =>
        (await fixture.Search.CompaniesAsync(CancellationToken.None)).ShouldBe([Other, IndexedFile.Nip], ignoreOrder: true);

    /// <summary>Eight invoices in six files of two companies.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        private RunningApp _app = null!;

        public static string KsefNumber { get; private set; } = string.Empty;

        public InvoiceSearch Search => _app.Services.GetRequiredService<InvoiceSearch>();

        public FileRecord First { get; } = IndexedFile.Of(1, IndexedFile.Nip, $"{IndexedFile.Nip}/2026/Sprzedaż-1.xml", IndexedFile.Row(1, "FV/1/11/2026")).Accepted();

        public async Task InitializeAsync()
        {
            _app = await RunningApp.StartAsync();
            var index = _app.Services.GetRequiredService<InvoiceIndex>();
            KsefNumber = First.Invoices[0].KsefNumber!;
            var package = IndexedFile.Of(
                5,
                IndexedFile.Nip,
                $"{IndexedFile.Nip}/Paczka.zip",
                IndexedFile.Row(1, "P/1") with { TotalGross = 120m },
                IndexedFile.Row(2, "P/2"),
                IndexedFile.Row(3, "P/3")).Accepted(Session);
            package = package with { Invoices = [package.Invoices[0], IndexedFile.Row(2, "P/2") with { Outcome = InvoiceOutcome.Rejected }, package.Invoices[2]] };
            foreach (var file in (FileRecord[])
            [
                First,
                IndexedFile.Of(2, IndexedFile.Nip, $"{IndexedFile.Nip}/sprzedaż-2.xml", IndexedFile.Row(1, "FV/2/11/2026") with
                {
                    BuyerNip = "5260250274", BuyerName = "Młyn w Brzegu", TotalGross = 1000m,
                }),
                IndexedFile.Of(3, IndexedFile.Nip, $"{IndexedFile.Nip}/export.xml", IndexedFile.Row(1, "EXP/1") with
                {
                    BuyerNip = null, BuyerName = "Conserves du Nord", TotalGross = -12.5m, Schema = "PEF(3)", IssueDate = new(2026, 10, 31),
                }),
                IndexedFile.Of(4, IndexedFile.Nip, $"{IndexedFile.Nip}/self.xml", IndexedFile.Row(1, "SELF/1") with { SellerNip = "7010004489" }),
                package,
                IndexedFile.Of(6, Other, $"{Other}/one.xml", IndexedFile.Row(1, "FV/10/11/2026") with { SellerNip = Other }).Accepted(),
            ])
            {
                await index.WriteAsync(before: null, file, CancellationToken.None);
            }
        }

        public async Task DisposeAsync() => await _app.DisposeAsync();
    }
}
