using KsefFunctions.Files;
using KsefFunctions.Results;

namespace KsefFunctions.Tests.Results;

public sealed class InvoiceReceiptsTests
{
    private const string Session = "20261118-SB-1A2B3C4D5E-6F7A8B9C0D-3E";
    private const string Other = "20261118-SO-1A2B3C4D5E-6F7A8B9C0D-4F";
    private const string Page = "20261118-EU-1A2B3C4D5E-6F7A8B9C0D-5A";

    [Fact]
    public void Of_OwnReceiptAndPage_IsItsOwn() => ReceiptOf(Row("1", Session), ("upo/1.xml", "own"), ($"upo/session-{Session}-{Page}.xml", "page")).ShouldBe("own");

    [Fact]
    public void Of_PageOfItsSession_IsThatPage() =>
        ReceiptOf(Row("1", Session), ($"upo/session-{Other}-{Page}.xml", "other"), ($"upo/session-{Session}-{Page}.xml", "page")).ShouldBe("page");

    [Fact]
    public void Of_SeveralPagesOfItsSession_IsNotKnown() =>
        ReceiptOf(Row("1", Session), ($"upo/session-{Session}-{Page}.xml", "1"), ($"upo/session-{Session}-{Other}.xml", "2")).ShouldBeNull();

    [Fact]
    public void Of_PageOfAnEarlierVersion_IsNotKnown() => ReceiptOf(Row("1", Session), ($"upo/session-{Page}.xml", "page")).ShouldBeNull();

    [Fact]
    public void Of_RejectedInvoice_HasNone() =>
        ReceiptOf(Row("1", Session) with { Outcome = InvoiceOutcome.Rejected }, ($"upo/session-{Session}-{Page}.xml", "page")).ShouldBeNull();

    private static string? ReceiptOf(InvoiceRow row, params (string Archived, string Shown)[] receipts) =>
        new InvoiceReceipts([.. receipts.Select(receipt => receipt.Archived)], [.. receipts.Select(receipt => receipt.Shown)]).Of(row);

    private static InvoiceRow Row(string ksefNumber, string session) => new()
    {
        Ordinal = 1,
        Name = "a.xml",
        InvoiceHash = "h",
        Size = 1,
        Outcome = InvoiceOutcome.Accepted,
        KsefNumber = ksefNumber,
        SessionReferenceNumber = session,
    };
}
