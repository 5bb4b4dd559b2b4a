using static Ksef.Mapping.Tests.Epp.EppFile;

namespace Ksef.Mapping.Tests.Epp;

/// <summary>From EPP to FA(3) that passes every check.</summary>
public sealed class EppMappedTests
{
    private static readonly string Screw = Goods("SRUBA", "Śruba M8");
    private static readonly string Paper = Goods("PRASA", "Prasa codzienna");

    [Fact]
    public async Task Invoice_OfTwoRatesWithPackaging_PassesTheCheck()
    {
        var invoice = await OneAsync(new EppFile()
            .Document("FS", "1/2026", [Line(1, "SRUBA", 60, 153, 8904.6m, 2048.06m, percent: 3), Line(2, "PRASA", 3, 40, 120, 9.6m, rate: "8.0000"), Line(3, "PALETA", 1, 26.25m, 26.25m, 0, rate: "0.0000", type: "4")],
                (25, "3"), (28, "9024.6000"), (29, "2057.6600"), (30, "11082.2600"), (37, "11108.5100"), (45, "26.2500"))
            .Dictionary("TOWARY", Screw, Paper, Goods("PALETA", "Paleta zwrotna", type: "4")).Dictionary("WYMAGALNOSCMPP", "\"FS 1/2026\",1"));

        invoice.Fa("P_15").ShouldBe("11082.26");
        invoice.Fa("FaWiersz/P_10").ShouldBe("275.40");
        invoice.Fa("Rozliczenie/Obciazenia/Kwota").ShouldBe("26.25");
        invoice.Fa("Rozliczenie/DoZaplaty").ShouldBe("11108.51");
        invoice.Fa("Adnotacje/P_18A").ShouldBe("1");
    }

    [Fact]
    public async Task Invoice_ByGrossPrices_IsReckonedFromGross()
    {
        var line = Line(1, "SRUBA", 100, 0.813m, 81.3m, 18.7m).Replace("0.8130,1.0000", "0.8130,1.0000");
        var invoice = await OneAsync(new EppFile().Document("FS", "1/2026", [line], (26, "0"), (28, "81.3000"), (29, "18.7000"), (30, "100.0000"), (37, "100.0000")).Dictionary("TOWARY", Screw));

        invoice.Fa("FaWiersz/P_9B").ShouldBe("1.00");
        invoice.Fa("FaWiersz/P_11A").ShouldBe("100.00");
        invoice.Fa("P_14_1").ShouldBe("18.70");
    }

    [Fact]
    public async Task Correction_OfQuantity_ShowsBothStates()
    {
        var invoice = await CorrectionAsync(150, 75, 17.25m, "-25.0000", "-5.7500", "-30.7500");

        invoice.Fa("RodzajFaktury").ShouldBe("KOR");
        invoice.Fa("P_15").ShouldBe("-30.75");
        invoice.Fa("DaneFaKorygowanej/NrFaKorygowanej").ShouldBe("FS 11/2026");
        invoice.Element(Mapped.Fa3 + "Fa")!.Elements(Mapped.Fa3 + "FaWiersz").Select(line => line.Element(Mapped.Fa3 + "StanPrzed")?.Value).ShouldBe(["1", null]);
    }

    [Fact]
    public async Task Correction_ThatTakesAllBack_PassesTheCheck() =>
        (await CorrectionAsync(0, 0, 0, "-100.0000", "-23.0000", "-123.0000")).Fa("P_15").ShouldBe("-123.00");

    [Fact]
    public async Task Correction_ThatAddsALine_HasNoStateBeforeOfIt()
    {
        var lines = new[] { Corrected(Line(1, "SRUBA", 200, 0.5m, 100, 23), 0.5m, 200, 100, 23), Corrected(Line(2, "PRASA", 1, 10, 10, 0.8m, rate: "8.0000"), 0, 0, 0, 0, rate: "8.0000") };
        var invoice = await OneAsync(new EppFile().Document("KFS", "3/2026", lines, (8, "\"FS 11/2026\""), (9, "20260814000000"), (25, "2"), (28, "10.0000"), (29, "0.8000"), (30, "10.8000"), (37, "10.8000"))
            .Dictionary("TOWARY", Screw, Paper));

        invoice.Element(Mapped.Fa3 + "Fa")!.Elements(Mapped.Fa3 + "FaWiersz").Count().ShouldBe(3);
        invoice.Fa("P_13_2").ShouldBe("10.00");
        invoice.Fa("P_15").ShouldBe("10.80");
    }

    [Theory]
    [InlineData("-2.0000", 1, "P_13_6_3")]
    [InlineData("-5.0000", 6, "P_13_10")]
    [InlineData("0.0000", 12, "P_13_8")]
    [InlineData("0.0000", 0, "P_13_6_1")]
    public async Task Sale_WithoutTax_GoesIntoItsSum(string rate, int transaction, string sum)
    {
        var file = new EppFile().Document("FS", "1/2026", [Line(1, "SRUBA", 200, 0.5m, 100, 0, rate)],
            (29, "0.0000"), (30, "100.0000"), (37, "100.0000"), (55, transaction.ToString(System.Globalization.CultureInfo.InvariantCulture))).Dictionary("TOWARY", Screw);

        (await OneAsync(file)).Fa(sum).ShouldBe("100.00");
    }

    [Fact]
    public async Task DistanceSale_UnderOss_GoesIntoItsSum()
    {
        var file = new EppFile().Document("FS", "1/2026", [Line(1, "SRUBA", 200, 0.5m, 100, 19, "19.0000")],
            (18, ""), (29, "19.0000"), (30, "119.0000"), (37, "119.0000"), (47, "\"EUR\""), (48, "4.2500"), (55, "23"), (60, "\"Niemcy\""), (61, "\"DE\"")).Dictionary("TOWARY", Screw);

        (await OneAsync(file)).Fa("P_13_5").ShouldBe("100.00");
    }

    [Fact]
    public async Task PurchasePrices_AreInNoInvoice()
    {
        var mapped = await Mapped.BytesAsync(new EppFile().Document("FS", "1/2026", [Line(1, "SRUBA", 200, 0.5m, 100, 23)]).Dictionary("TOWARY", Screw).Bytes(), Context());
        var xml = System.Text.Encoding.UTF8.GetString(mapped.ShouldHaveSingleItem().Xml!.Value.Span);

        foreach (var secret in new[] { "777.77", "888.88", "999.99", "666.66", "Tajn" })
        {
            xml.ShouldNotContain(secret);
        }
    }

    private static Task<System.Xml.Linq.XElement> CorrectionAsync(decimal quantity, decimal net, decimal vat, string netTotal, string vatTotal, string grossTotal) =>
        OneAsync(new EppFile().Document("KFS", "3/2026", [Corrected(Line(1, "SRUBA", quantity, 0.5m, net, vat), 0.5m, 200, 100, 23)],
            (8, "\"FS 11/2026\""), (9, "20260814000000"), (28, netTotal), (29, vatTotal), (30, grossTotal), (37, grossTotal)).Dictionary("TOWARY", Screw));

    private static async Task<System.Xml.Linq.XElement> OneAsync(EppFile file)
    {
        var mapped = (await Mapped.BytesAsync(file.Bytes(), Context())).ShouldHaveSingleItem();
        mapped.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.MessageEn}").ShouldBeEmpty();
        return Mapped.Root(mapped);
    }

    private static MappingContext Context() => Mapped.Context(Mapped.Profile with { OriginalsOutsideKsef = true }) with { Nip = EppFile.Nip };
}
