using KsefFunctions.Files;
using SampleInvoices;

namespace KsefFunctions.Tests.Erp;

/// <summary>The program of <c>docs/erp-file-contract.md</c> that tells what is still open, against the running app.</summary>
[Collection(SharedAppTests.Name)]
public sealed class OpenDropsTests(SharedApp shared)
{
    [Fact]
    public async Task Run_OneOfThreeDropsHasNoResult_PrintsItsName()
    {
        var (taken, refused, open) = (Name("taken.xml"), Name("refused.xml"), Name("open.xml"));
        var record = await shared.App.SettleAsync("open-drops/taken.xml", RunningApp.Invoice().ToBytes());
        await shared.App.SettleAsync("open-drops/refused.xml", "<Faktura open-drops"u8.ToArray());

        (await RunAsync(record, taken, refused, open)).ShouldBe((1, $"{open}\n"));
        (await RunAsync(record, taken, refused)).ShouldBe((0, string.Empty));
        var otherContent = $"{new string('0', 64)}  {taken}";
        (await RunAsync(record, $"{record.Sha256}  {taken}", otherContent)).ShouldBe((1, $"{otherContent}\n"));
    }

    private static string Name(string name) => $"{SampleNips.Seller}/open-drops/{name}";

    private async Task<(int ExitCode, string Output)> RunAsync(FileRecord record, params string[] names)
    {
        var run = await ExampleProgram.RunAsync(
            "python3",
            "python/open_drops.py",
            [SampleNips.Seller, PolishTime.DayOf(record.ReceivedAt).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
            new Dictionary<string, string> { ["KSEF_STORAGE"] = shared.App.App.Services.Azurite.InvoicesConnectionString },
            string.Concat(names.Select(name => $"{name}\n")));
        run.Errors.ShouldBeEmpty();
        return (run.ExitCode, run.Output.ReplaceLineEndings("\n"));
    }
}
