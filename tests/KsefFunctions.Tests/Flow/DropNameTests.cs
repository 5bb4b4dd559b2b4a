using KsefFunctions.Errors;
using KsefFunctions.Files;
using SampleInvoices;

namespace KsefFunctions.Tests.Flow;

/// <summary>A name decides whether its drop is taken, and nothing else: a good file never sticks to a bad name.</summary>
[Collection(SharedAppTests.Name)]
public sealed class DropNameTests(SharedApp shared)
{
    private readonly HostedApp _app = shared.App;

    /// <summary>First name, its error, second name.</summary>
    public static TheoryData<string, string, string> Invoices => new()
    {
        { "faktura.txt", FileErrors.UnknownKind.Code, "faktura.xml" },
        { "faktura.xml.tmp", FileErrors.UnknownKind.Code, "faktura.xml" },
        { "faktura", FileErrors.NoEnding.Code, "faktura.xml" },
        { "faktura.zip", FileErrors.XmlNamedZip.Code, "faktura.xml" },
        { "faktura.txt", FileErrors.UnknownKind.Code, "FAKTURA.XML" },
    };

    public static TheoryData<string, string, string> Packages => new()
    {
        { "paczka.xml", FileErrors.ZipNamedXml.Code, "paczka.zip" },
        { "paczka.zip.part", FileErrors.UnknownKind.Code, "paczka.zip" },
    };

    [Theory]
    [MemberData(nameof(Invoices))]
    public async Task Drop_InvoiceUnderARefusedNameThenUnderARightOne_IsAccepted(string refused, string code, string right) =>
        await RenamedAsync(refused, code, right, RunningApp.Invoice().ToBytes());

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Drop_PackageUnderARefusedNameThenUnderARightOne_IsAccepted(string refused, string code, string right) =>
        await RenamedAsync(refused, code, right, SampleArchive.Zip(SampleArchive.Invoices(RunningApp.Invoice(), 2)));

    [Fact]
    public async Task Drop_SameBytesUnderBothNamesAtOnce_EachHasItsOwnVerdict()
    {
        var folder = $"{SampleNips.Seller}/{Guid.NewGuid():N}";
        var content = Enumerable.Range(0, 5).Select(_ => RunningApp.Invoice().ToBytes()).ToList();

        await Task.WhenAll(content.SelectMany((bytes, index) =>
            new[] { _app.DropAsync($"{folder}/{index}.tmp", bytes), _app.DropAsync($"{folder}/{index}.xml", bytes) }));

        foreach (var (index, bytes) in content.Index())
        {
            (await _app.SettledAsync(await RunningApp.IdOfDropAsync($"{folder}/{index}.xml", bytes), $"{folder}/{index}.xml")).Outcome.ShouldBe(FileOutcome.Accepted);
            (await _app.SettledAsync(await RunningApp.IdOfDropAsync($"{folder}/{index}.tmp", bytes), $"{folder}/{index}.tmp")).Outcome.ShouldBe(FileOutcome.Rejected);
        }
    }

    [Fact]
    public async Task Drop_RejectedContentUnderANameInOtherLetters_IsCheckedAnew()
    {
        var folder = Guid.NewGuid().ToString("N");
        var content = (RunningApp.Invoice() with { IssueDate = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(10) }).ToBytes();
        var first = await _app.SettleAsync($"{folder}/FV.XML", content);

        await _app.DropAsync($"{SampleNips.Seller}/{folder}/fv.xml", content);
        var second = await _app.SettledAsync(first.Id, $"{SampleNips.Seller}/{folder}/fv.xml", attempt: 2);

        second.Invoices[0].Errors.Select(error => error.Code).ShouldBe(first.Invoices[0].Errors.Select(error => error.Code));
        second.Errors.ShouldBeEmpty();
    }

    private async Task RenamedAsync(string refused, string code, string right, byte[] content)
    {
        var folder = Guid.NewGuid().ToString("N");
        var first = await _app.SettleAsync($"{folder}/{refused}", content);
        first.Outcome.ShouldBe(FileOutcome.Rejected);
        first.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);

        var second = await _app.SettleAsync($"{folder}/{right}", content);

        second.Outcome.ShouldBe(FileOutcome.Accepted);
        second.Attempt.ShouldBe(1);
        (await _app.ResultAsync($"{SampleNips.Seller}/{folder}/{refused}")).GetProperty("outcome").GetString().ShouldBe("Rejected");
    }
}
