using KsefFunctions.Files;
using KsefFunctions.Ledger;

namespace KsefFunctions.Tests.Ledger;

public sealed class SummaryMetadataTests
{
    private static readonly FileSummary Full = new()
    {
        Id = "1111111111-ab",
        LedgerName = "files/1-x.json",
        ContextNip = "1111111111",
        Path = "1111111111/styczeń/faktura żółta.xml",
        Outcome = FileOutcome.PartlyAccepted,
        ReceivedAt = new DateTimeOffset(2026, 2, 3, 10, 15, 0, 123, TimeSpan.Zero),
        FinishedAt = new DateTimeOffset(2026, 2, 3, 10, 16, 0, TimeSpan.Zero),
        AttemptStartedAt = new DateTimeOffset(2026, 2, 3, 10, 15, 30, TimeSpan.Zero),
        IsFinal = true,
        Attempt = 3,
        InvoiceCount = 10,
        AcceptedCount = 7,
        RejectedCount = 3,
        WarningCount = 2,
        InvoiceNumber = "FV/1/łódź",
        KsefNumber = "1111111111-20260203-0123456789AB-CD",
        BuyerName = "Piekarnia „Złoty Kłos” <b>",
        ErrorCode = "KSF-3301",
    };

    [Fact]
    public void Write_FullSummary_IsAsciiAndReadsBackTheSame()
    {
        var metadata = SummaryMetadata.Write(Full);

        metadata.Values.ShouldAllBe(value => value.All(char.IsAscii));
        SummaryMetadata.Read(Full.LedgerName, metadata).ShouldBe(Full);
    }

    [Fact]
    public void Write_VeryLongTexts_StayWithinWhatMetadataHolds()
    {
        var metadata = SummaryMetadata.Write(Full with { BuyerName = new string('ż', 5000), InvoiceNumber = new string('ż', 256) });

        metadata.Sum(pair => pair.Key.Length + pair.Value.Length).ShouldBeLessThan(8 * 1024);
    }

    [Fact]
    public void NameFor_LaterFile_SortsFirst()
    {
        var earlier = LedgerStore.NameFor("id", Full.ReceivedAt);
        var later = LedgerStore.NameFor("id", Full.ReceivedAt.AddMilliseconds(1));

        string.CompareOrdinal(later, earlier).ShouldBeLessThan(0);
    }
}
