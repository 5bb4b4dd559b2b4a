using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settlement;
using KsefFunctions.Tests.Ledger;

namespace KsefFunctions.Tests.Settlement;

public sealed class SessionSettlementTests
{
    private const string Consignment = "of these rows";
    private const string Number = "1111111111-20260203-0100A0B1C2D3-5E";

    private static readonly Verdict Accepted = new(InvoiceOutcome.Accepted) { KsefNumber = Number };

    private static readonly Verdict Duplicate = new(InvoiceOutcome.Duplicate)
    {
        OriginalKsefNumber = Number,
        Error = InvoiceErrors.ForeignDuplicate.Record(Number) with { KsefCode = 440 },
    };

    [Fact]
    public void Settled_OriginalInTheSameSession_NamesItsEntry()
    {
        var record = Settled([Row(1), Row(2)], [Accepted, Duplicate]);

        ShouldName("1.xml", record.Invoices[1]);
    }

    [Fact]
    public void Settled_OriginalFurtherBackInThePackage_NamesItsEntry()
    {
        var record = Settled([Row(1), Row(2)], [Duplicate, Accepted]);

        ShouldName("2.xml", record.Invoices[0]);
    }

    [Fact]
    public void Settled_OriginalOfAnEarlierAttempt_NamesItsEntry()
    {
        var earlier = Row(1) with { Outcome = InvoiceOutcome.Accepted, KsefNumber = Number };

        var record = Settled([earlier, Row(2)], [null, Duplicate]);

        record.Invoices[0].ShouldBe(earlier);
        ShouldName("1.xml", record.Invoices[1]);
    }

    [Fact]
    public void Settled_OriginalElsewhere_PointsToKsef()
    {
        var record = Settled([Row(1), Row(2)], [Accepted with { KsefNumber = "1111111111-20260203-0100A0B1C2D4-5E" }, Duplicate]);

        record.Invoices[1].Errors.ShouldHaveSingleItem().Code.ShouldBe(InvoiceErrors.ForeignDuplicate.Code);
    }

    [Fact]
    public void Settled_Accepted_KeepsHowKsefCountsIt() =>
        Settled([Row(1)], [Accepted with { InvoicingMode = "Offline" }]).Invoices[0].InvoicingMode.ShouldBe("Offline");

    private static void ShouldName(string entry, InvoiceRow row)
    {
        row.Outcome.ShouldBe(InvoiceOutcome.Duplicate);
        var error = row.Errors.ShouldHaveSingleItem();
        (error.Code, error.KsefCode).ShouldBe((InvoiceErrors.SameNumberInPackage.Code, 440));
        error.Message.ShouldContain(entry);
        error.Message.ShouldContain(Number);
        error.MessagePl.ShouldContain(entry);
    }

    private static FileRecord Settled(IReadOnlyList<InvoiceRow> rows, IReadOnlyList<Verdict?> verdicts) => SessionSettlement.Settled(
        AnyFile.Record with { Invoices = rows },
        Consignment,
        rows.Zip(verdicts).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First.InvoiceHash, pair => pair.Second!));

    private static InvoiceRow Row(int ordinal) => new()
    {
        Ordinal = ordinal,
        Name = $"{ordinal}.xml",
        InvoiceHash = $"hash {ordinal}",
        Size = 1,
        Outcome = InvoiceOutcome.Pending,
        Consignment = Consignment,
    };
}
