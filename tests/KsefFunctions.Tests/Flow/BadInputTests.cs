using System.IO.Compression;
using System.Text;
using KsefFunctions.Errors;
using KsefFunctions.Ledger;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

[Collection(SharedAppTests.Name)]
public sealed class BadInputTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    public static TheoryData<BrokenInvoice> Broken => [.. BrokenInvoices.All];

    public static TheoryData<string, string> BrokenArchives => new()
    {
        { "path escape", "KSF-2103" },
        { "absolute path", "KSF-2103" },
        { "bomb", "KSF-2106" },
        { "too many", "KSF-2105" },
        { "truncated", "KSF-2101" },
        { "no archive at all", "KSF-2101" },
        { "empty", "KSF-2102" },
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

        var record = await _app.SettledAsync(RunningApp.IdOf(content, "0000000000"), "invoice-at-the-top.xml");

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
        "path escape" => SampleArchive.Zip([("../../etc/evil.xml", RunningApp.Invoice().ToBytes())]),
        "absolute path" => SampleArchive.Zip([("/evil.xml", RunningApp.Invoice().ToBytes())]),
        "bomb" => Compressed("bomb.xml", new byte[50_000_000]),
        "too many" => SampleArchive.Zip(Enumerable.Range(0, 10_001).Select(index => ($"{index}.xml", Array.Empty<byte>()))),
        "truncated" => SampleArchive.Zip([("a.xml", RunningApp.Invoice().ToBytes())])[..200],
        "no archive at all" => Encoding.UTF8.GetBytes($"not a zip {RunningApp.NextNumber()}"),
        "empty" => Compressed("empty-folder/", []),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such archive."),
    };

    private static byte[] Compressed(string name, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open())
        {
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
