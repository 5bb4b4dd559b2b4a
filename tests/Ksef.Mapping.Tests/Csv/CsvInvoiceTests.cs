namespace Ksef.Mapping.Tests.Csv;

/// <summary>From a CSV of the simple layout to FA(3) that passes every check.</summary>
public sealed class CsvInvoiceTests
{
    private const string Two = """
        Numer;Data wystawienia;Nabywca NIP;Nabywca nazwa;Nabywca adres 1;Nazwa;Ilość;Jednostka;Cena netto;Stawka VAT;Termin płatności;Forma płatności
        FV/1/10/2026;2026-10-05;2222222222;Odbiorca S.A.;ul. Druga 2, 00-002 Warszawa;Papier A4;10;ryza;19,99;23;2026-10-19;przelew
        FV/1/10/2026;2026-10-05;2222222222;Odbiorca S.A.;ul. Druga 2, 00-002 Warszawa;Książka;2;szt.;45,50;5;2026-10-19;przelew
        FV/2/10/2026;06.10.2026;3333333333;Inny nabywca;ul. Trzecia 3, 00-003 Warszawa;Usługa;1;godz.;1 200,00;23%;20.10.2026;Przelew

        """;

    [Fact]
    public async Task MapAsync_TwoInvoices_PassTheCheckWithoutFindings()
    {
        var mapped = await Mapped.TextAsync(Two);

        mapped.Count.ShouldBe(2);
        mapped.SelectMany(invoice => invoice.Findings).Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();
        mapped.ShouldAllBe(invoice => invoice.IsAccepted);
        mapped.Select(invoice => invoice.Number).ShouldBe(["FV/1/10/2026", "FV/2/10/2026"]);
    }

    [Fact]
    public async Task MapAsync_LinesOfTwoRates_AreSummedUpByRate()
    {
        var invoice = Mapped.Root((await Mapped.TextAsync(Two))[0]);

        invoice.Fa("P_13_1").ShouldBe("199.90");
        invoice.Fa("P_14_1").ShouldBe("45.98");
        invoice.Fa("P_13_3").ShouldBe("91.00");
        invoice.Fa("P_14_3").ShouldBe("4.55");
        invoice.Fa("P_15").ShouldBe("341.43");
        invoice.Fa("Platnosc/TerminPlatnosci/Termin").ShouldBe("2026-10-19");
        invoice.At("Podmiot1/DaneIdentyfikacyjne/Nazwa").ShouldBe("Przykładowa Hurtownia Sp. z o.o.");
    }
}
