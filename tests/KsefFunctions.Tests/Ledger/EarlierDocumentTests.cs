using System.Text.Json;
using Ksef.Client;
using KsefFunctions.Api;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Results;

namespace KsefFunctions.Tests.Ledger;

/// <summary>What earlier versions wrote into the ledger is read as it was meant.</summary>
public sealed class EarlierDocumentTests
{
    private const string Document = """
        {"id":"1111111111-ab","ledgerName":"files/1-1111111111-ab.json","contextNip":"1111111111","sha256":"ab","size":1,"paths":["1111111111/a.xml"],
         "receivedAt":"2026-02-03T10:15:00+00:00","outcome":"Accepted","attempt":1,"errors":[],"steps":[],"sessions":[],"upos":[],
         "invoices":[{"ordinal":1,"name":"a.xml","invoiceHash":"hash","size":1,"outcome":"Accepted","ksefNumber":"K-1",
           "errors":[{"code":"KSF-1306","message":"m","messagePl":"p","warning":true}]}]}
        """;

    [Fact]
    public void Read_DocumentWithoutMembersOfToday_HasNothingInTheirPlaces()
    {
        var record = JsonSerializer.Deserialize(Document, LedgerJson.Default.FileRecord).ShouldNotBeNull();

        record.Invoices.ShouldHaveSingleItem().InvoicingMode.ShouldBeNull();
        FileSummary.Of(record).WarningCount.ShouldBe(1);
        record.LeftOut.ShouldBeEmpty();
        record.Dropped("1111111111/b.xml", DateTimeOffset.UnixEpoch).DroppedAt.Keys.ShouldBe(["1111111111/b.xml"]);
    }

    [Fact]
    public void Read_DocumentWithoutMembersOfToday_HasAResultAndAView()
    {
        var record = JsonSerializer.Deserialize(Document, LedgerJson.Default.FileRecord).ShouldNotBeNull();

        ResultPublisher.ResultOf(record, record.Paths[0], upos: [], KsefEnvironment.Test).LeftOut.ShouldBeNull();
        FileView.Of(record, KsefEnvironment.Test).LeftOut.ShouldBeEmpty();
    }

    [Fact]
    public void Read_ListedWithoutACountOfWarnings_HasNone()
    {
        var record = JsonSerializer.Deserialize(Document, LedgerJson.Default.FileRecord).ShouldNotBeNull();
        var metadata = SummaryMetadata.Write(FileSummary.Of(record));
        metadata.Remove("warnings").ShouldBeTrue();

        SummaryMetadata.Read(record.LedgerName, metadata).WarningCount.ShouldBe(0);
    }
}
