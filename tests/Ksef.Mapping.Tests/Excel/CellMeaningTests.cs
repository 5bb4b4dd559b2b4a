namespace Ksef.Mapping.Tests.Excel;

/// <summary>What a cell says under the heading of a field.</summary>
public sealed class CellMeaningTests
{
    [Theory]
    [InlineData("1234563218", null, "1234563218")]
    [InlineData("123456789", null, "123456789")]
    [InlineData("123456789", "0000000000", "0123456789")]
    [InlineData("1.234563218E9", null, "1234563218")]
    public async Task Nip_StoredAsNumber_IsItsDigits(string number, string? format, string expected) =>
        (await Value("nabywca_nip", BuyerFields.Nip, SheetCell.Spelt(number, format))).Shown.ShouldBe(expected);

    [Theory]
    [InlineData("6.11090101400001E+025")]
    [InlineData("61109010140000071219812874")]
    [InlineData("1234567890123456")]
    public async Task Account_StoredAsNumber_IsRefused(string number) => (await Fault("rachunek_bankowy", PaymentFields.Account, SheetCell.Spelt(number))).ShouldBe("KSF-1610");

    [Fact]
    public async Task Account_StoredAsText_IsThatText() =>
        (await Value("rachunek_bankowy", PaymentFields.Account, "61 1090 1014 0000 0712 1981 2874")).Shown.ShouldBe("61 1090 1014 0000 0712 1981 2874");

    [Fact]
    public async Task InvoiceNumber_ThatTheSheetMadeADateOf_IsRefused()
    {
        var sheet = new SheetOf("Faktury").Row("numer", "nazwa").Row(SheetCell.Date(2026, 1, 1, "mmm\\-yy"), "a");
        (await Reading.InvoiceOf(sheet)).Head[InvoiceFields.Number]!.Value.Fault!.Code.ShouldBe("KSF-1612");
    }

    [Fact]
    public async Task InvoiceNumber_StoredAsWholeNumber_IsItsDigits()
    {
        var sheet = new SheetOf("Faktury").Row("numer", "nazwa").Row(7m, "a");
        (await Reading.InvoiceOf(sheet)).Head[InvoiceFields.Number]!.Value.Shown.ShouldBe("7");
    }

    [Fact]
    public async Task Amount_ShownAsPercentage_IsRefused() => (await Fault("cena_netto", LineFields.NetPrice, SheetCell.Number(0.5m, "0%"))).ShouldBe("KSF-1614");

    [Theory]
    [InlineData("0%", "23")]
    [InlineData("0.00%", "23")]
    [InlineData(null, "0.23")]
    public async Task Rate_OfTheFormatsOfASheet_IsHundredthsWhereItIsShownSo(string? format, string expected) =>
        (await Value("stawka_vat", LineFields.VatRate, SheetCell.Number(0.23m, format))).Number.ShouldBe(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task Discount_ShownAsPercentage_IsHundredths() => (await Value("rabat_procent", LineFields.DiscountPercent, SheetCell.Number(0.035m, "0.0%"))).Number.ShouldBe(3.5m);

    [Fact]
    public async Task Pkwiu_StoredAsFraction_IsRefusedForItMayHaveLostAZero() => (await Fault("pkwiu", LineFields.Pkwiu, SheetCell.Number(62.1m))).ShouldBe("KSF-1611");

    [Fact]
    public async Task Time_UnderAnyHeading_IsRefused()
    {
        (await Fault("data_wystawienia", InvoiceFields.IssueDate, SheetCell.Number(0.5m, "h:mm"))).ShouldBe("KSF-1613");
        var value = await Value("ilosc", LineFields.Quantity, SheetCell.Number(1.5m, "[h]:mm"));
        (value.Fault!.Code, value.Shown).ShouldBe(("KSF-1613", "36:00:00"));
    }

    [Fact]
    public async Task Flag_UnderItsHeading_IsAFlag()
    {
        (await Value("podzielona_platnosc", InvoiceFields.SplitPayment, SheetCell.Flag(true))).Flag.ShouldBeTrue();
        (await Fault("cena_netto", LineFields.NetPrice, SheetCell.Flag(true))).ShouldBe("KSF-1615");
    }

    [Fact]
    public async Task Error_InACell_IsAnErrorOfItsName()
    {
        var value = await Value("cena_netto", LineFields.NetPrice, SheetCell.Error("#N/A"));
        (value.Type, value.Shown, value.Fault).ShouldBe((DataValueType.Error, "#N/A", null));
    }

    [Fact]
    public async Task Formula_NeverComputed_IsAnError() =>
        (await Fault("cena_netto", LineFields.NetPrice, SheetCell.None with { Raw = "<c r=\"B2\"><f>1+2</f></c>" })).ShouldBe("KSF-1607");

    [Fact]
    public async Task Date_OutOfRange_IsAnErrorThatShowsTheNumber()
    {
        var value = await Value("data_wystawienia", InvoiceFields.IssueDate, SheetCell.Spelt("-5", "yyyy-mm-dd"));
        (value.Fault!.Code, value.Shown).ShouldBe(("KSF-1608", "-5"));
    }

    private static async Task<string> Fault(string heading, SimpleField field, SheetCell cell)
    {
        var value = await Value(heading, field, cell);
        value.Type.ShouldBe(DataValueType.Error);
        return value.Fault!.Code;
    }

    private static async Task<DataValue> Value(string heading, SimpleField field, SheetCell cell)
    {
        var invoice = await Reading.InvoiceOf(new SheetOf("Faktury").Row("numer", heading).Row("FV 1", cell));
        return (field.Level == FieldLevel.Invoice && invoice.Head[field] is { } value ? value : invoice.Rows.Single()[field])!.Value;
    }
}
