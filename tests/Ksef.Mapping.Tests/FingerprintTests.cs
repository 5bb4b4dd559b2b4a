using System.Text;

namespace Ksef.Mapping.Tests;

/// <summary>The same data is the same invoice, whenever and in whatever file it comes.</summary>
public sealed class FingerprintTests
{
    private const string Csv = "numer;data_wystawienia;nabywca_nip;nabywca_nazwa;nazwa;ilosc;jednostka;cena_netto;stawka_vat\n";

    [Fact]
    public async Task MapAsync_OtherTime_IsTheSameFingerprint()
    {
        var context = Mapped.Context();
        var content = Encoding.UTF8.GetBytes(SimpleJson.OneLine("\"uwagi\": \"x\""));

        var (first, later) = ((await Mapped.BytesAsync(content, context))[0], (await Mapped.BytesAsync(content, context with { MadeAt = context.MadeAt.AddDays(1) }))[0]);

        later.Fingerprint.ShouldBe(first.Fingerprint);
        later.Xml!.Value.ToArray().ShouldNotBe(first.Xml!.Value.ToArray());
    }

    [Fact]
    public async Task MapAsync_SameTime_IsTheSameBytes()
    {
        var first = await Mapped.TextAsync(Csv + Row("F/1", "10,00") + Row("F/2", "5"));
        var other = await Mapped.TextAsync("Zestawienie\n" + Csv + Row("F/2", "5.00") + Row("F/1", "10.0"));

        other[1].Xml!.Value.ToArray().ShouldBe(first[0].Xml!.Value.ToArray());
        other[0].Fingerprint.ShouldBe(first[1].Fingerprint);
    }

    [Fact]
    public async Task MapAsync_OtherAmount_IsAnotherFingerprint() =>
        (await Mapped.TextAsync(Csv + Row("F/1", "10,00")))[0].Fingerprint.ShouldNotBe((await Mapped.TextAsync(Csv + Row("F/1", "10,01")))[0].Fingerprint);

    [Fact]
    public async Task MapAsync_SecondInvoiceWithTheNumberInOneFile_IsRefused()
    {
        var mapped = await Mapped.TextAsync($"[ {SimpleJson.OneLine("\"uwagi\": \"x\"")}, {SimpleJson.OneLine("\"uwagi\": \"y\"")} ]");

        mapped.Select(invoice => invoice.IsAccepted).ShouldBe([true, false]);
        mapped[1].Findings.ShouldHaveSingleItem().Code.ShouldBe("KSF-1543");
    }

    [Fact]
    public async Task MapAsync_InvoiceOfTooManyRows_IsRefusedAndNotKept()
    {
        var mapped = await Mapped.TextAsync(Csv + string.Concat(Enumerable.Repeat(Row("F/1", "1"), 10_050)) + Row("F/2", "1"));

        mapped.Select(invoice => invoice.IsAccepted).ShouldBe([false, true]);
        mapped[0].Findings.ShouldContain(finding => finding.Code == "KSF-1599" && finding.Place.Row == 10_002);
    }

    [Fact]
    public async Task MapAsync_VeryManyMistakes_AreToldUpToABound()
    {
        var mapped = await Mapped.TextAsync(Csv + string.Concat(Enumerable.Repeat(Row("F/1", "zero"), 500)));

        mapped.ShouldHaveSingleItem().Findings.Count.ShouldBe(101);
        mapped[0].Findings[100].Code.ShouldBe("KSF-1290");
    }

    private static string Row(string number, string price) => $"{number};2026-10-05;2222222222;Odbiorca;Towar;1;szt.;{price};23\n";
}
