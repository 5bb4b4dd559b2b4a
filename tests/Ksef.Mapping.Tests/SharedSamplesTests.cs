namespace Ksef.Mapping.Tests;

/// <summary>
/// Maps the invented ERP files that are shared with the project to FA(3) that passes every check, where the folder KSEF_ERP_SAMPLES names exists; else there is nothing to run.
/// </summary>
public sealed class SharedSamplesTests
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("KSEF_ERP_SAMPLES") ?? string.Empty;

    [Theory]
    [InlineData("epp-1.11-subiekt-goods-lines.epp", new[] { "FS 12/2026", "FS 13/2026" }, new[] { "PA 18/2026" }, "")]
    [InlineData("epp-1.08-office-vat-table.epp", new string[0], new string[0], "KSF-1550")]
    [InlineData("epp-1.11-correction-from-description.epp", new[] { "FS 11/2026", "KFS 3/2026" }, new string[0], "")]
    [InlineData("epp-1.05-mixed-kinds-lf.epp", new[] { "FS 1/EU/2026", "FS 2/2026" }, new[] { "FS 3/2026", "FS 4/2026", "FZ 9/2026", "WZ 5/2026" }, "")]
    [InlineData("jpk-fa4-default-namespace.xml", new[] { "FV 12/2026", "FV 12/2026/A" }, new string[0], "")]
    [InlineData("jpk-fa4-prefixed-kinds.xml", new[] { "1/EU/2026", "2/2026", "ZAL 1/2026", "3/2026", "KOR 1/2026", "KOR 2/2026" }, new string[0], "")]
    [InlineData("jpk-fa4-loose-writer.xml", new[] { "FV/2026/09/012" }, new string[0], "")]
    public async Task Sample_EndsAsDescribed(string name, string[] accepted, string[] leftOut, string refusal)
    {
        var path = Path.Combine(Folder, name);
        if (Folder.Length == 0 || !File.Exists(path))
        {
            return;
        }

        var profile = Mapped.Profile with { Nip = "1111111111", ExemptionAct = "art. 43 ust. 1 pkt 29", OriginalsOutsideKsef = true };
        var mapped = await Mapped.BytesAsync(await File.ReadAllBytesAsync(path), Mapped.Context(profile) with { Nip = "1111111111", Issued = new Ledger() });

        mapped.Where(invoice => invoice.IsAccepted).Select(invoice => invoice.Number).ShouldBe(accepted);
        mapped.Where(invoice => invoice.LeftOut is not null).Select(invoice => $"{invoice.LeftOut!.Kind} {invoice.LeftOut.Number}").ShouldBe(leftOut);
        mapped.SelectMany(invoice => invoice.Findings).Where(finding => finding.Severity == Ksef.Invoices.FindingSeverity.Error).Select(finding => finding.Code).ShouldBe(refusal.Length == 0 ? [] : [refusal]);
    }

    /// <summary>The originals of corrections whose dates the file does not have.</summary>
    private sealed class Ledger : IIssuedInvoices
    {
        public ValueTask<IssuedInvoice?> FindAsync(string number, DateOnly? issueDate, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IssuedInvoice?>(new IssuedInvoice(number, issueDate ?? new DateOnly(2026, 8, 20), null));
    }
}
