namespace Ksef.Mapping.Tests.Epp;

/// <summary>Runs over the invented files shared with the project, where their folder exists; without it there is nothing to run.</summary>
public sealed class EppSharedSamplesTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("KSEF_ERP_SAMPLES") ?? string.Empty;

    [Fact]
    public async Task OfficeSample_IsRefused() =>
        await WithAsync("epp-1.08-office-vat-table.epp", items => items.ShouldHaveSingleItem().ShouldBeOfType<FileFinding>().Finding.Code.ShouldBe("KSF-1550"));

    [Fact]
    public async Task GoodsSample_GivesTwoInvoicesAndLeavesOutAReceipt() => await WithAsync("epp-1.11-subiekt-goods-lines.epp", items =>
    {
        items.OfType<DataInvoice>().Select(invoice => invoice.Head.Of(InvoiceFields.Number)).ShouldBe(["FS 12/2026", "FS 13/2026"]);
        items.OfType<DataInvoice>().ShouldAllBe(invoice => invoice.Findings.Count == 0);
        items.OfType<LeftOutDocument>().ShouldHaveSingleItem().Kind.ShouldBe("PA");
    });

    [Fact]
    public async Task MixedSample_LeavesOutFourDocuments() => await WithAsync("epp-1.05-mixed-kinds-lf.epp", items =>
    {
        items.OfType<DataInvoice>().Select(invoice => invoice.Head.Of(InvoiceFields.Number)).ShouldBe(["FS 1/EU/2026", "FS 2/2026"]);
        items.OfType<DataInvoice>().ShouldAllBe(invoice => invoice.Findings.Count == 0);
        items.OfType<LeftOutDocument>().Select(document => document.Kind).ShouldBe(["FS", "FS", "FZ", "WZ"]);
    });

    [Fact]
    public async Task CorrectionSample_GivesAnInvoiceAndItsCorrection() => await WithAsync("epp-1.11-correction-from-description.epp", items =>
    {
        items.OfType<DataInvoice>().Select(invoice => invoice.Head.Of(InvoiceFields.Kind)).ShouldBe(["VAT", "KOR"]);
        items.OfType<DataInvoice>().ShouldAllBe(invoice => invoice.Findings.Count == 0);
    });

    private static async Task WithAsync(string name, Action<List<DataItem>> check)
    {
        var path = Path.Combine(Folder, name);
        if (Folder.Length > 0 && File.Exists(path))
        {
            check(await Reading.ReadAsync(await File.ReadAllBytesAsync(path)));
        }
    }
}
