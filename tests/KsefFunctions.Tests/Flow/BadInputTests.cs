using System.Text;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using SampleInvoices;
using SampleInvoices.Broken;

namespace KsefFunctions.Tests.Flow;

[Collection(SharedAppTests.Name)]
public sealed class BadInputTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    public static TheoryData<BrokenInvoice> Broken => [.. BrokenInvoices.All];

    public static TheoryData<string, string> BrokenArchives => new()
    {
        { "too many", "KSF-2105" },
        { "truncated", "KSF-2101" },
        { "no archive at all", "KSF-2101" },
        { "only a folder", "KSF-2102" },
        { "no bytes", "KSF-2006" },
        { "seventeen bytes", "KSF-2101" },
        { "first part of a split one", "KSF-2113" },
        { "7z", "KSF-2111" },
        { "tar.gz", "KSF-2111" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Drop_BrokenInvoice_ResultSaysWhatIsWrongInBothLanguages(BrokenInvoice broken)
    {
        var record = await _app.SettleAsync($"broken/{Guid.NewGuid():N}.xml", broken.Content);

        record.Outcome.ShouldBe(FileOutcome.Rejected);
        var result = await _app.ResultAsync(record.Paths[^1]);
        var errors = result.GetProperty("invoices").EnumerateArray().Concat(result.GetProperty("errors").EnumerateArray().Select(error => error))
            .SelectMany(part => part.TryGetProperty("errors", out var inner) ? inner.EnumerateArray().ToArray() : [part])
            .ToList();
        errors.ShouldContain(error => error.GetProperty("severity").GetString() == "error");
        errors.ShouldAllBe(error => error.GetProperty("message").GetString()!.Length > 10 && error.GetProperty("messagePl").GetString()!.Length > 10);
        errors.ShouldAllBe(error => error.GetProperty("whatToDoPl").GetString()!.Length > 2);
    }

    [Theory]
    [MemberData(nameof(BrokenArchives))]
    public async Task Drop_BrokenArchive_IsRefusedAsAWhole(string kind, string code)
    {
        var record = await _app.SettleAsync($"broken/{kind}.zip", Archive(kind));

        record.Outcome.ShouldBe(FileOutcome.Rejected);
        record.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
        record.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_RejectedBytesAgain_AreCheckedAnew()
    {
        var content = (RunningApp.Invoice() with { IssueDate = new DateOnly(2099, 1, 1) }).ToBytes();
        var path = $"{SampleNips.Seller}/tomorrow.xml";
        var first = await _app.SettleAsync("tomorrow.xml", content);

        await _app.DropAsync(path, content);
        var second = await _app.SettledAsync(first.Id, path, attempt: 2);

        first.Outcome.ShouldBe(FileOutcome.Rejected);
        second.Attempt.ShouldBe(2);
        second.Outcome.ShouldBe(FileOutcome.Rejected);
    }

    [Fact]
    public async Task Drop_OutsideANipFolder_IsToldWhereItBelongs()
    {
        var content = RunningApp.Invoice().ToBytes();
        await _app.DropAsync("invoice-at-the-top.xml", content);

        var record = await _app.SettledAsync(await RunningApp.IdOfDropAsync("invoice-at-the-top.xml", content), "invoice-at-the-top.xml");

        record.Errors.ShouldHaveSingleItem().Code.ShouldBe(FileErrors.WrongFolder.Code);
    }

    [Fact]
    public async Task Drop_IntoAFolderWithAWrongNip_IsRejected()
    {
        var record = await _app.SettleAsync("any.xml", RunningApp.Invoice().ToBytes(), SampleNips.WrongChecksum);

        record.Errors.ShouldHaveSingleItem().Code.ShouldBe(FileErrors.WrongNipFolder.Code);
    }

    [Fact]
    public async Task Drop_OfAnotherCompanysInvoice_IsRejectedBeforeItIsSent()
    {
        var record = await _app.SettleAsync("theirs.xml", RunningApp.Invoice().SoldBy(SampleNips.Stranger).ToBytes());

        record.Outcome.ShouldBe(FileOutcome.Rejected);
        record.Sessions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Drop_UnknownEnding_IsRejected()
    {
        var record = await _app.SettleAsync("letter.docx", Encoding.UTF8.GetBytes(RunningApp.NextNumber()));

        record.Errors.ShouldHaveSingleItem().Code.ShouldBe(FileErrors.UnknownKind.Code);
    }

    [Fact]
    public async Task Drop_WithoutAnEnding_IsRejectedForThat()
    {
        var record = await _app.SettleAsync("faktura", RunningApp.Invoice().ToBytes());

        record.Errors.ShouldHaveSingleItem().Code.ShouldBe(FileErrors.NoEnding.Code);
    }

    private static byte[] Archive(string kind) => kind switch
    {
        "too many" => SampleArchive.Zip(Enumerable.Range(0, 10_001).Select(index => ($"{index}.xml", Array.Empty<byte>()))),
        "truncated" => SampleArchive.Zip([("a.xml", RunningApp.Invoice().ToBytes())])[..200],
        "no archive at all" => Encoding.UTF8.GetBytes($"not a zip {RunningApp.NextNumber()}"),
        "only a folder" => SampleArchive.Zip([("empty-folder/", [])]),
        "no bytes" => [],
        "seventeen bytes" => SampleArchive.Zip([("a.xml", RunningApp.Invoice().ToBytes())])[..17],
        "7z" => [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, .. Encoding.UTF8.GetBytes(RunningApp.NextNumber())],
        "tar.gz" => [0x1F, 0x8B, .. Encoding.UTF8.GetBytes(RunningApp.NextNumber())],
        "first part of a split one" => [.. "PK\u0007\u0008"u8, .. SampleArchive.Zip([("a.xml", RunningApp.Invoice().ToBytes())])[..200]],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such archive."),
    };
}
