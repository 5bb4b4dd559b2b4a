using static Ksef.Mapping.Tests.JpkFa.JpkFaFile;

namespace Ksef.Mapping.Tests.JpkFa;

/// <summary>What an invoice takes from which field.</summary>
public sealed class JpkFaInvoiceTests
{
    [Fact]
    public async Task Head_OfAnInvoice_ComesFromItsFields()
    {
        var head = (await new JpkFaFile().Invoice("FV 1/2026", "<P_6>2026-09-12</P_6><P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_15>123.00</P_15>" + Usual.Replace("<P_18A>false", "<P_18A>true") + "<RodzajFaktury>VAT</RodzajFaktury>").InvoiceAsync()).Head;

        head.Of(InvoiceFields.Number).ShouldBe("FV 1/2026");
        head.Of(InvoiceFields.Kind).ShouldBe("VAT");
        head[InvoiceFields.IssueDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 14));
        head[InvoiceFields.SaleDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 12));
        head.Of(InvoiceFields.Currency).ShouldBe("PLN");
        head.Of(SellerFields.Nip).ShouldBe("1111111111");
        head.Of(SellerFields.Name).ShouldBe("Próbna Hurtownia Sp. z o.o.");
        head.Of(BuyerFields.Name).ShouldBe("Odbiorca Zażółć Sp. k.");
        head.Of(BuyerFields.Address1).ShouldBe("Nieistniejąca 3, 30-002 Kraków");
        head.Of(BuyerFields.Nip).ShouldBe("2222222222");
        head.Of(BuyerFields.Country).ShouldBe("PL");
        head[InvoiceFields.SplitPayment]!.Value.Flag.ShouldBeTrue();
        head[InvoiceFields.CashMethod].ShouldBeNull();
        head.Amount(TotalFields.Net1).ShouldBe(100m);
        head.Amount(TotalFields.Tax1).ShouldBe(23m);
        head.Amount(TotalFields.Gross).ShouldBe(123m);
    }

    [Theory]
    [InlineData("<P_5B>222-222-22-22</P_5B>", "2222222222", "", "")]
    [InlineData("<P_5A>PL</P_5A><P_5B>2222222222</P_5B>", "2222222222", "", "")]
    [InlineData("<P_5A>DE</P_5A><P_5B>999999999</P_5B>", "", "DE", "999999999")]
    [InlineData("<P_5A>DE</P_5A><P_5B>DE999999999</P_5B>", "", "DE", "999999999")]
    [InlineData("<P_5A>PL</P_5A><P_5B>DE999999999</P_5B>", "", "DE", "999999999")]
    public async Task TaxNumber_HoweverWritten_IsThatOfItsCountry(string number, string nip, string country, string eu)
    {
        var head = (await new JpkFaFile().Invoice("1", "<P_15>1.00</P_15>", buyer: "<P_3A>Ktoś</P_3A>" + number).InvoiceAsync()).Head;

        head.Of(BuyerFields.Nip).ShouldBe(nip);
        head.Of(BuyerFields.EuCountry).ShouldBe(country);
        head.Of(BuyerFields.EuNumber).ShouldBe(eu);
    }

    [Fact]
    public async Task Buyer_WithoutNumber_HasNone() => (await new JpkFaFile().Invoice("1", "<P_15>1.00</P_15>", buyer: "<P_3A>Jan Przykładowy</P_3A>").InvoiceAsync()).Head[BuyerFields.NoId]!.Value.Flag.ShouldBeTrue();

    [Fact]
    public async Task Seller_WhereTheBuyersNumberStands_IsThatOfTheFile()
    {
        var head = (await new JpkFaFile { Seller = "<NIP>1111111111</NIP><PelnaNazwa>Próbna</PelnaNazwa>" }
            .RawInvoice("<P_1>2026-09-14</P_1><P_2A>1</P_2A><P_3A>Odbiorca</P_3A><P_3C>PL</P_3C><P_3D>2222222222</P_3D><P_15>1.00</P_15>").InvoiceAsync()).Head;

        head.Of(SellerFields.Nip).ShouldBe("1111111111");
        head[SellerFields.Name].ShouldBeNull();
        head.Of(BuyerFields.Nip).ShouldBe("2222222222");
    }

    [Theory]
    [InlineData("<RodzajFaktury>VAT</RodzajFaktury>", "VAT")]
    [InlineData("<RodzajFaktury>VAT</RodzajFaktury><NrFaZaliczkowej>ZAL 1</NrFaZaliczkowej>", "ROZ")]
    [InlineData("<RodzajFaktury>ZAL</RodzajFaktury>", "ZAL")]
    [InlineData("<RodzajFaktury>KOREKTA</RodzajFaktury><NrFaKorygowanej>7</NrFaKorygowanej>", "KOR")]
    [InlineData("<RodzajFaktury>KOREKTA</RodzajFaktury><NrFaKorygowanej>7</NrFaKorygowanej><NrFaZaliczkowej>ZAL 1</NrFaZaliczkowej>", "KOR_ROZ")]
    [InlineData("", "VAT")]
    public async Task Kind_IsToldByTheFieldsThatSayIt(string fields, string kind) => (await new JpkFaFile().Invoice("1", "<P_15>1.00</P_15>" + fields).InvoiceAsync()).Head.Of(InvoiceFields.Kind).ShouldBe(kind);

    [Fact]
    public async Task Correction_WithAnOrder_IsThatOfAnAdvance() =>
        (await new JpkFaFile().Invoice("1", "<P_15>1.00</P_15><RodzajFaktury>KOREKTA</RodzajFaktury><NrFaKorygowanej>7</NrFaKorygowanej>").Order("1", "10.00").InvoiceAsync()).Head.Of(InvoiceFields.Kind).ShouldBe("KOR_ZAL");

    [Fact]
    public async Task SmallInvoice_WithTheBuyersNipAlone_IsSimplified() =>
        (await new JpkFaFile().Invoice("1", "<P_15>450.00</P_15><RodzajFaktury>VAT</RodzajFaktury>", buyer: "<P_5B>2222222222</P_5B>").InvoiceAsync()).Head.Of(InvoiceFields.Kind).ShouldBe("UPR");

    [Fact]
    public async Task Correction_OfAnInvoiceInTheSameFile_HasItsDate()
    {
        var invoices = (await new JpkFaFile().Simple("FV 1").Invoice("KOR 1", "<P_13_1>-100.00</P_13_1><P_14_1>-23.00</P_14_1><P_15>-123.00</P_15><RodzajFaktury>KOREKTA</RodzajFaktury><PrzyczynaKorekty>Zwrot</PrzyczynaKorekty><NrFaKorygowanej>FV 1</NrFaKorygowanej><OkresFaKorygowanej>2026-09</OkresFaKorygowanej>", date: "2026-09-28")
            .Line("KOR 1", Goods("Śruba", "-200", "0.50", "-100.00")).ReadAsync()).OfType<DataInvoice>().ToList();

        invoices[1].Head.Of(CorrectionFields.Manner).ShouldBe("roznice");
        invoices[1].Head.Of(CorrectionFields.Reason).ShouldBe("Zwrot");
        invoices[1].Head[CorrectionFields.Period].ShouldBeNull("a period beside one number is the habit of a program, not a collective correction");
        var original = invoices[1].RowsOf(FieldLevel.Original).ShouldHaveSingleItem();
        original.Of(OriginalFields.Number).ShouldBe("FV 1");
        original[OriginalFields.IssueDate]!.Value.Date.ShouldBe(new DateOnly(2026, 9, 14));
    }

    [Fact]
    public async Task Correction_OfSeveralInvoices_NamesEach()
    {
        var invoice = await new JpkFaFile().Invoice("KOR 2", "<P_15>-123.00</P_15><RodzajFaktury>KOREKTA</RodzajFaktury><NrFaKorygowanej>7/08/2026, 8/08/2026</NrFaKorygowanej><OkresFaKorygowanej>2026-08</OkresFaKorygowanej>").InvoiceAsync();

        invoice.RowsOf(FieldLevel.Original).Select(row => row.Of(OriginalFields.Number)).ShouldBe(["7/08/2026", "8/08/2026"]);
        invoice.Head.Of(CorrectionFields.Period).ShouldBe("2026-08");
    }

    [Fact]
    public async Task Number_WithACommaInIt_IsOneWhenTheFileHasIt()
    {
        var invoices = (await new JpkFaFile().Simple("A,1").Invoice("KOR", "<P_15>-1.00</P_15><RodzajFaktury>KOREKTA</RodzajFaktury><NrFaKorygowanej>A,1</NrFaKorygowanej>").ReadAsync()).OfType<DataInvoice>();

        invoices.Last().RowsOf(FieldLevel.Original).ShouldHaveSingleItem().Of(OriginalFields.Number).ShouldBe("A,1");
    }

    [Fact]
    public async Task Order_OfAnAdvance_GivesItsLinesAndValue()
    {
        var invoice = await new JpkFaFile().Invoice("ZAL 1", "<P_13_1>500.00</P_13_1><P_14_1>115.00</P_14_1><P_15>615.00</P_15><RodzajFaktury>ZAL</RodzajFaktury>")
            .Order("ZAL 1", "2952.00", OrderLine("Regał", "1", "2000.00", "460.00"), OrderLine("Półka", "2", "400.00", "92.00")).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.Head.Amount(TotalFields.OrderValue).ShouldBe(2952m);
        invoice.RowsOf(FieldLevel.Line).Select(row => (row.Of(LineFields.Name), row.Amount(LineFields.Net), row.Amount(LineFields.Tax))).ShouldBe([("Regał", 2000m, 460m), ("Półka", 400m, 92m)]);
    }

    [Fact]
    public async Task Order_OnAnInvoiceWithLines_IsAFinding() => (await new JpkFaFile().Simple("1").Order("1", "1.00").InvoiceAsync()).Codes().ShouldBe(["KSF-1584"]);

    [Theory]
    [InlineData("oo", "P_13_10")]
    [InlineData("4", "P_13_4")]
    public async Task SumOfReverseChargeOrTaxi_IsToldByTheLines(string rate, string element)
    {
        var head = (await new JpkFaFile().Invoice("1", "<P_13_4>10.00</P_13_4><P_15>10.00</P_15>").Line("1", Goods("Coś", "1", "10.00", "10.00", rate)).InvoiceAsync()).Head;

        head.Values.Keys.ShouldContain(field => field.Element == element);
    }

    [Fact]
    public async Task ZeroRate_UnderReverseCharge_IsReverseCharge() =>
        (await new JpkFaFile().Invoice("1", "<P_13_4>10.00</P_13_4><P_15>10.00</P_15><P_18>true</P_18>").Line("1", Goods("Coś", "1", "10.00", "10.00", "0")).InvoiceAsync()).Rows[0].Of(LineFields.VatRate).ShouldBe("oo");

    [Theory]
    [InlineData("<P_5A>DE</P_5A><P_5B>999999999</P_5B>", "wdt")]
    [InlineData("<P_5B>2222222222</P_5B>", "")]
    [InlineData("", "")]
    public async Task ZeroRate_IsThatOfASupplyToTheEuOnlyForABuyerOfTheEu(string number, string transaction) =>
        (await new JpkFaFile().Invoice("1", "<P_13_6>10.00</P_13_6><P_15>10.00</P_15>", buyer: "<P_3A>Ktoś</P_3A>" + number).Line("1", Goods("Coś", "1", "10.00", "10.00", "0")).InvoiceAsync()).Head.Of(InvoiceFields.TransactionKind).ShouldBe(transaction);

    [Fact]
    public async Task DistanceSale_HasTheRateOfTheBuyersCountry()
    {
        var invoice = await new JpkFaFile().Invoice("1", "<P_13_5>100.00</P_13_5><P_14_5>19.00</P_14_5><P_15>119.00</P_15>").Line("1", "<P_7>Coś</P_7><P_8B>1</P_8B><P_9A>100.00</P_9A><P_11>100.00</P_11><P_12_XII>19</P_12_XII>").InvoiceAsync();

        invoice.Rows[0].Amount(LineFields.OssRate).ShouldBe(19m);
        invoice.Head.Amount(TotalFields.Net5).ShouldBe(100m);
        invoice.Head.Amount(TotalFields.Tax5).ShouldBe(19m);
    }

    [Fact]
    public async Task Sum_WrittenOnceForEachOfTwoRates_IsTheSumOfBoth() =>
        (await new JpkFaFile().Invoice("1", "<P_13_1>100.00</P_13_1><P_14_1>23.00</P_14_1><P_13_1>50.00</P_13_1><P_14_1>11.00</P_14_1><P_15>184.00</P_15>").InvoiceAsync()).Head.Amount(TotalFields.Net1).ShouldBe(150m);

    [Fact]
    public async Task Line_WithBothPrices_IsReckonedFromNet()
    {
        var row = (await new JpkFaFile().Invoice("1", "<P_15>123.00</P_15>").Line("1", "<P_7>Coś</P_7><P_8B>1</P_8B><P_9A>100.00</P_9A><P_9B>123.00</P_9B><P_11>100.00</P_11><P_11A>123.00</P_11A><P_12>23</P_12>").InvoiceAsync()).Rows[0];

        row.Amount(LineFields.NetPrice).ShouldBe(100m);
        row[LineFields.GrossPrice].ShouldBeNull();
    }

    [Fact]
    public async Task Invoice_WithGrossPricesAlone_IsReckonedFromGross() =>
        (await new JpkFaFile().Invoice("1", "<P_15>123.00</P_15>").Line("1", "<P_7>Coś</P_7><P_8B>1</P_8B><P_9B>123.00</P_9B><P_11A>123.00</P_11A><P_12>23</P_12>").InvoiceAsync()).Head.Of(InvoiceFields.Prices).ShouldBe("brutto");

    [Theory]
    [InlineData("<P_106E_2>true</P_106E_2>", "biura podróży")]
    [InlineData("<P_106E_3>true</P_106E_3><P_106E_3A>procedura marży - towary używane</P_106E_3A>", "towary używane")]
    [InlineData("<P_106E_3>true</P_106E_3><P_106E_3A>procedura marży - dzieła sztuki</P_106E_3A>", "dzieła sztuki")]
    [InlineData("<P_106E_3>true</P_106E_3><P_106E_3A>procedura marży - przedmioty kolekcjonerskie i antyki</P_106E_3A>", "antyki")]
    public async Task Margin_IsToldByItsWords(string fields, string margin) => (await new JpkFaFile().Invoice("1", "<P_15>1.00</P_15>" + fields).InvoiceAsync()).Head.Of(InvoiceFields.Margin).ShouldBe(margin);

    private static string OrderLine(string name, string quantity, string net, string tax) =>
        $"<P_7Z>{name}</P_7Z><P_8AZ>szt.</P_8AZ><P_8BZ>{quantity}</P_8BZ><P_11NettoZ>{net}</P_11NettoZ><P_11VatZ>{tax}</P_11VatZ><P_12Z>23</P_12Z>";
}
