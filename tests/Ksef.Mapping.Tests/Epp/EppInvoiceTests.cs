using static Ksef.Mapping.Tests.Epp.EppFile;

namespace Ksef.Mapping.Tests.Epp;

/// <summary>What an invoice takes from which position.</summary>
public sealed class EppInvoiceTests
{
    private static readonly string[] OneLine = [Line(1, "SRUBA", 200, 0.5m, 100, 23)];
    private static readonly string Screw = Goods("SRUBA", "Śruba M8x40 ocynk, opak. luz", barcode: "5900000000008", pkwiu: "25.94.11.0");

    [Fact]
    public async Task Head_OfAnInvoice_ComesFromItsPositions()
    {
        var head = (await File((10, "\"ZAM/77\""), (34, "\"przelew 14 dni\""), (49, "\"Dziękujemy\"")).InvoiceAsync()).Head;

        head.Of(SellerFields.Nip).ShouldBe("1111111111");
        head.Of(InvoiceFields.Number).ShouldBe("FS 5/2026");
        head.Of(InvoiceFields.Kind).ShouldBe("VAT");
        head[InvoiceFields.IssueDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 14));
        head[InvoiceFields.SaleDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 12));
        head.Of(InvoiceFields.IssuePlace).ShouldBe("Żory");
        head.Of(InvoiceFields.OrderNumber).ShouldBe("ZAM/77");
        head.Of(InvoiceFields.Remarks).ShouldBe("Dziękujemy");
        head.Of(InvoiceFields.Prices).ShouldBe("netto");
        head.Of(InvoiceFields.Currency).ShouldBe("PLN");
        head.Of(PaymentFields.Form).ShouldBe("przelew");
        head[PaymentFields.DueDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 28));
        head.Of(BuyerFields.Name).ShouldBe("Odbiorca Zażółć Sp. k.");
        head.Of(BuyerFields.Nip).ShouldBe("2222222222");
        head.Of(BuyerFields.Street).ShouldBe("Nieistniejąca 3");
        head.Of(BuyerFields.Postcode).ShouldBe("30-002");
        head.Of(BuyerFields.City).ShouldBe("Kraków");
        head.Of(BuyerFields.Country).ShouldBe("PL");
        head.Of(BuyerFields.CustomerNumber).ShouldBe("ODB1");
        head.Amount(TotalFields.Net).ShouldBe(100m);
        head.Amount(TotalFields.Tax).ShouldBe(23m);
        head.Amount(TotalFields.Gross).ShouldBe(123m);
    }

    [Fact]
    public async Task Line_OfGoods_HasNameAndCodesFromTheDictionaries()
    {
        var line = (await File().Dictionary("TOWARYKODYCN", "\"SRUBA\",\"7318 15 95\"").Dictionary("TOWARYGRUPYJPKVAT", "\"SRUBA\",0,0,0,0,0,1,0,0,0,0,0,0,0").InvoiceAsync()).Rows.ShouldHaveSingleItem();

        line.Of(LineFields.Name).ShouldBe("Śruba M8x40 ocynk, opak. luz");
        line.Of(LineFields.Code).ShouldBe("SRUBA");
        line.Of(LineFields.Gtin).ShouldBe("5900000000008");
        line.Of(LineFields.Pkwiu).ShouldBe("25.94.11.0");
        line.Of(LineFields.Cn).ShouldBe("73181595");
        line.Of(LineFields.Gtu).ShouldBe("GTU_06");
        line.Of(LineFields.Unit).ShouldBe("szt.");
        line.Amount(LineFields.Quantity).ShouldBe(200m);
        line.Amount(LineFields.NetPrice).ShouldBe(0.5m);
        line.Amount(LineFields.Net).ShouldBe(100m);
        line.Amount(LineFields.Tax).ShouldBe(23m);
        line.Of(LineFields.VatRate).ShouldBe("23");
    }

    [Fact]
    public async Task Invoice_OfAnyDocument_HoldsNoPurchasePriceAndNoPerson()
    {
        var invoice = await File().InvoiceAsync();
        var shown = invoice.Rows.Append(invoice.Head).SelectMany(row => row.Values.Values).Select(value => value.Shown).ToList();

        shown.ShouldNotContain(value => value.StartsWith("777.77") || value.StartsWith("888.88") || value.StartsWith("999.99") || value.StartsWith("666.66"));
        shown.ShouldNotContain(value => value.Contains("Tajn"));
    }

    [Fact]
    public async Task Service_OfOneTime_IsNamedInItsLine()
    {
        var invoice = await new EppFile().Document("FS", "5/2026", [Line(1, "", 1, 100, 100, 23, type: "2", name: "Szkolenie BHP")]).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.Rows.ShouldHaveSingleItem().Of(LineFields.Name).ShouldBe("Szkolenie BHP");
    }

    [Fact]
    public async Task Goods_ThatNoDictionaryNames_AreAFindingAtTheirCode()
    {
        var finding = (await new EppFile().Document("FS", "5/2026", OneLine).InvoiceAsync()).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1563");
        finding.Value.ShouldBe("SRUBA");
        finding.Place.ShouldBe(new DataPlace("[ZAWARTOSC]", 8, 3, "kod towaru"));
    }

    [Theory]
    [InlineData("Subiekt GT", "5/2026", "FS 5/2026")]
    [InlineData("Subiekt GT", "FS 5/2026", "FS 5/2026")]
    [InlineData("InsERT Subiekt nexo", "5/2026", "FS 5/2026")]
    [InlineData("Fakturownia.pl", "FS ST-7/12/2026", "ST-7/12/2026")]
    public async Task Number_ByTheProgram_IsThatOfTheInvoice(string program, string written, string number) =>
        (await new EppFile().By(program).Document("FS", written, OneLine).Dictionary("TOWARY", Screw).InvoiceAsync()).Head.Of(InvoiceFields.Number).ShouldBe(number);

    [Theory]
    [InlineData(NumberRule.AsWritten, "5/2026")]
    [InlineData(NumberRule.WithKind, "FS 5/2026")]
    [InlineData(NumberRule.WithoutKind, "5/2026")]
    public async Task Number_ByTheCompanysRule_GoesBeforeThatOfTheProgram(NumberRule rule, string number) =>
        (await File().By("Inny Program").InvoiceAsync(new CompanyProfile { NumberRule = rule })).Head.Of(InvoiceFields.Number).ShouldBe(number);

    [Fact]
    public async Task Number_OfAnUnknownProgramWithoutARule_IsAFindingThatSaysWhereToPutIt()
    {
        var finding = (await File().By("Inny Program").InvoiceAsync()).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1562");
        finding.Definition.WhatToDoPl.ShouldContain("company.json");
    }

    [Fact]
    public async Task Discount_InHundredths_IsThatOfTheLine()
    {
        var invoice = await new EppFile().Document("FS", "5/2026", [Line(1, "SRUBA", 200, 0.5m, 97, 22.31m, percent: 3)], (28, "97.0000"), (29, "22.3100"), (30, "119.3100"), (37, "119.3100")).Dictionary("TOWARY", Screw).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.Rows[0].Amount(LineFields.DiscountPercent).ShouldBe(3m);
    }

    [Theory]
    [InlineData("0.0150", 3)]
    [InlineData("3.0000", 3)]
    public async Task Discount_AsAnAmount_IsForAUnitOrForTheLine(string amount, decimal discount)
    {
        var line = Line(1, "SRUBA", 200, 0.5m, 97, 22.31m).Replace(",1,1,0,1,0.0000,", $",0,1,0,1,{amount},");
        var invoice = await new EppFile().Document("FS", "5/2026", [line], (28, "97.0000"), (29, "22.3100"), (30, "119.3100"), (37, "119.3100")).Dictionary("TOWARY", Screw).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.Rows[0].Amount(LineFields.Discount).ShouldBe(discount);
    }

    [Theory]
    [InlineData("0", "KSF-1566")]
    [InlineData("1", "KSF-1564")]
    public async Task Correction_WithoutLines_IsNotCarriedWhereItsHeaderSaysSoAndElseCutOff(string lines, string code) =>
        (await new EppFile().Document("KFS", "3/2026", [], (8, "\"FS 5/2026\""), (9, "20260814000000"), (25, lines)).InvoiceAsync()).Codes().ShouldContain(code);

    [Fact]
    public async Task Discount_ThatFitsNeither_IsAFinding()
    {
        var line = Line(1, "SRUBA", 200, 0.5m, 97, 22.31m).Replace(",1,1,0,1,0.0000,", ",0,1,0,1,2.0000,");

        (await new EppFile().Document("FS", "5/2026", [line], (28, "97.0000"), (29, "22.3100"), (30, "119.3100"), (37, "119.3100")).Dictionary("TOWARY", Screw).InvoiceAsync()).Codes().ShouldBe(["KSF-1564"]);
    }

    [Fact]
    public async Task Document_ByGrossPrices_HasGrossPricesAndValues()
    {
        var invoice = await File((26, "0")).InvoiceAsync();

        invoice.Head.Of(InvoiceFields.Prices).ShouldBe("brutto");
        invoice.Rows[0].Amount(LineFields.GrossPrice).ShouldBe(0.62m);
        invoice.Rows[0][LineFields.NetPrice].ShouldBeNull();
    }

    [Theory]
    [InlineData("23.0000", 0, "23")]
    [InlineData("8.0000", 0, "8")]
    [InlineData("0.0000", 0, "0 KR")]
    [InlineData("0.0000", 1, "0 EX")]
    [InlineData("0.0000", 2, "0 WDT")]
    [InlineData("-1.0000", 0, "zw")]
    [InlineData("-2.0000", 0, "0 EX")]
    [InlineData("-3.0000", 0, "0 WDT")]
    [InlineData("-5.0000", 6, "oo")]
    [InlineData("0.0000", 21, "oo")]
    [InlineData("0.0000", 12, "np I")]
    [InlineData("0.0000", 4, "np I")]
    [InlineData("0.0000", 3, "np I")]
    public async Task Rate_WithTheKindOfTransaction_IsARateOfTheInvoice(string rate, int transaction, string expected) =>
        (await RatedAsync(rate, transaction)).Rows[0].Of(LineFields.VatRate).ShouldBe(expected);

    [Theory]
    [InlineData("-4.0000", 0)]
    [InlineData("9.0000", 0)]
    [InlineData("7.5000", 0)]
    [InlineData("23.0000", 12)]
    [InlineData("0.0000", 22)]
    [InlineData("0.0000", 10)]
    [InlineData("-3.0000", 1)]
    public async Task Rate_ThatDoesNotSayTheTax_IsAFinding(string rate, int transaction) => (await RatedAsync(rate, transaction)).Codes().ShouldContain("KSF-1565");

    [Fact]
    public async Task Services_ForATaxpayerOfTheEu_AreOutsideTheCountryOfTheSecondKind()
    {
        var invoice = await new EppFile().Document("FS", "5/2026", [Line(1, "", 1, 100, 100, 0, rate: "0.0000", type: "2", name: "Projekt")],
            (18, "\"DE999999999\""), (29, "0.0000"), (30, "100.0000"), (37, "100.0000"), (55, "4"), (60, "\"Niemcy\""), (61, "\"DE\""), (62, "1")).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.Rows[0].Of(LineFields.VatRate).ShouldBe("np II");
        invoice.Head.Of(BuyerFields.EuCountry).ShouldBe("DE");
        invoice.Head.Of(BuyerFields.EuNumber).ShouldBe("999999999");
    }

    [Fact]
    public async Task DistanceSale_UnderOss_HasTheRateOfTheBuyersCountry()
    {
        var invoice = await RatedAsync("19.0000", 23);

        invoice.Rows[0].Amount(LineFields.OssRate).ShouldBe(19m);
        invoice.Rows[0][LineFields.VatRate].ShouldBeNull();
    }

    [Fact]
    public async Task TriangularTransaction_IsMarked() => (await RatedAsync("0.0000", 3)).Head[InvoiceFields.Triangular]!.Value.Flag.ShouldBeTrue();

    [Fact]
    public async Task ForeignCurrency_HasItsRate()
    {
        var head = (await File((47, "\"EUR\""), (48, "4.2561")).InvoiceAsync()).Head;

        head.Of(InvoiceFields.Currency).ShouldBe("EUR");
        head.Amount(InvoiceFields.ExchangeRate).ShouldBe(4.2561m);
    }

    [Fact]
    public async Task Marks_OfTheDocument_AreThoseOfTheInvoice()
    {
        var head = (await File((41, "173"))
            .Dictionary("DATYZAKONCZENIA", "\"FS 5/2026\",20260911000000")
            .Dictionary("WYMAGALNOSCMPP", "\"FS 5/2026\",1")
            .Dictionary("DOKUMENTYZNACZNIKIJPKVAT", "\"FS 5/2026\",0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,3,0,0").InvoiceAsync()).Head;

        head.Of(InvoiceFields.Kind).ShouldBe("UPR");
        head[InvoiceFields.CashMethod]!.Value.Flag.ShouldBeTrue();
        head[InvoiceFields.SaleDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 11));
        head[InvoiceFields.SplitPayment]!.Value.Flag.ShouldBeTrue();
        head[InvoiceFields.RelatedParties]!.Value.Flag.ShouldBeTrue();
        head[InvoiceFields.ToReceipt]!.Value.Flag.ShouldBeTrue();
    }

    [Fact]
    public async Task GtuOfTheDocument_WithOneLine_IsThatOfTheLine() =>
        (await File().Dictionary("DOKUMENTYZNACZNIKIJPKVAT", Marks(21)).InvoiceAsync()).Rows[0].Of(LineFields.Gtu).ShouldBe("GTU_06");

    [Theory]
    [InlineData("1")]
    [InlineData("37")]
    [InlineData("139")]
    public async Task Advance_WhoseOrderIsNotInTheFile_IsAFinding(string special) => (await File((41, special)).InvoiceAsync()).Codes().ShouldBe(["KSF-1566"]);

    [Fact]
    public async Task Margin_IsAFinding() =>
        (await File().Dictionary("DOKUMENTYZNACZNIKIJPKVAT", Marks(8)).InvoiceAsync()).Codes().ShouldBe(["KSF-1566"]);

    [Fact]
    public async Task Buyer_WhomTheHeaderDoesNotDescribe_ComesFromTheDictionary()
    {
        var head = (await File((14, ""), (13, ""), (15, ""), (16, ""), (17, ""), (18, ""), (60, ""), (61, ""))
            .Dictionary("KONTRAHENCI", Contractor("ODB1", "Dzisiejsza Nazwa", "Łódź", "90-003", "Zmyślna 11", "3333333333")).InvoiceAsync()).Head;

        head.Of(BuyerFields.Name).ShouldBe("Dzisiejsza Nazwa");
        head.Of(BuyerFields.City).ShouldBe("Łódź");
        head.Of(BuyerFields.Nip).ShouldBe("3333333333");
    }

    [Fact]
    public async Task Buyer_WhoseNameChangedSince_KeepsWhatTheHeaderSays()
    {
        var head = (await File((18, "")).Dictionary("KONTRAHENCI", Contractor("ODB1", "Dzisiejsza Nazwa", "Łódź", "90-003", "Zmyślna 11", "3333333333")).InvoiceAsync()).Head;

        head.Of(BuyerFields.Name).ShouldBe("Odbiorca Zażółć Sp. k.");
        head.Of(BuyerFields.City).ShouldBe("Kraków");
        head[BuyerFields.NoId]!.Value.Flag.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"222-222-22-22\"", "\"PL\"", "2222222222", "", "")]
    [InlineData("\"PL 2222222222\"", "\"PL\"", "2222222222", "", "")]
    [InlineData("\"2222222222\"", "", "2222222222", "", "")]
    [InlineData("\"DE999999999\"", "\"DE\"", "", "DE", "999999999")]
    [InlineData("\"999999999\"", "\"DE\"", "", "DE", "999999999")]
    [InlineData("\"EL 999999999\"", "\"EL\"", "", "EL", "999999999")]
    public async Task TaxNumber_InAnyOfItsSpellings_IsThatOfItsCountry(string written, string prefix, string nip, string country, string number)
    {
        var head = (await File((18, written), (60, ""), (61, prefix)).InvoiceAsync()).Head;

        head.Of(BuyerFields.Nip).ShouldBe(nip);
        head.Of(BuyerFields.EuCountry).ShouldBe(country);
        head.Of(BuyerFields.EuNumber).ShouldBe(number);
    }

    [Fact]
    public async Task Payment_InFullOnReceipt_IsTheDayOfIssueOnlyWhenTheProfileSaysSo()
    {
        var file = File((36, "123.0000"));

        (await file.InvoiceAsync()).Head[PaymentFields.Paid].ShouldBeNull();
        var head = (await file.InvoiceAsync(new CompanyProfile { PaidOnIssue = true })).Head;
        head[PaymentFields.Paid]!.Value.Flag.ShouldBeTrue();
        head[PaymentFields.PaidDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 14));
    }

    [Fact]
    public async Task Payment_AllByCard_IsByCard() => (await File((56, "\"Visa\""), (57, "123.0000")).InvoiceAsync()).Head.Of(PaymentFields.Form).ShouldBe("karta");

    private static string Marks(int set) => "\"FS 5/2026\"," + string.Join(',', Enumerable.Range(2, 30).Select(position => position == set ? "1" : "0"));

    private static EppFile File(params (int, string)[] change) => new EppFile().Document("FS", "5/2026", OneLine, change).Dictionary("TOWARY", Screw);

    private static Task<DataInvoice> RatedAsync(string rate, int transaction) =>
        new EppFile().Document("FS", "5/2026", [Line(1, "SRUBA", 200, 0.5m, 100, 23, rate)], (55, transaction.ToString(System.Globalization.CultureInfo.InvariantCulture))).Dictionary("TOWARY", Screw).InvoiceAsync();
}
