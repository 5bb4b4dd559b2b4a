using static Ksef.Mapping.Tests.Epp.EppFile;

namespace Ksef.Mapping.Tests.Epp;

/// <summary>Which documents become invoices, how corrections and packaging are read, and what happens to what cannot be read.</summary>
public sealed class EppDocumentTests
{
    private static readonly string[] OneLine = [Line(1, "SRUBA", 200, 0.5m, 100, 23)];
    private static readonly string Screw = Goods("SRUBA", "Śruba M8");

    [Fact]
    public async Task Documents_OfOtherKindsAndStates_AreLeftOutByKindAndNumber()
    {
        var items = await new EppFile()
            .Document("FS", "1/2026", OneLine)
            .Document("PA", "18/2026", OneLine)
            .Document("FZ", "9/2026", OneLine)
            .Document("FM", "3/2026", OneLine)
            .Document("FSK", "7/2026", OneLine)
            .Document("FS", "2/2026", OneLine, (2, "0"))
            .Document("FS", "3/2026", OneLine, (2, "2"))
            .Document("FS", "4/2026", OneLine, (2, "3"))
            .Raw("[NAGLOWEK]\r\n\"KP\",1,4,\"KP 4/2026\"" + new string(',', 52) + "\r\n")
            .Dictionary("TOWARY", Screw).ReadAsync();

        items.OfType<LeftOutDocument>().Select(document => (document.Kind, document.Number)).ShouldBe(
            [("PA", "18/2026"), ("FZ", "9/2026"), ("FM", "3/2026"), ("FSK", "7/2026"), ("FS", "2/2026"), ("FS", "3/2026"), ("KP", "KP 4/2026")]);
        items.OfType<LeftOutDocument>().ShouldAllBe(document => document.ReasonPl.Length > 0 && document.ReasonEn.Length > 0);
        items.OfType<DataInvoice>().Select(invoice => invoice.Head.Of(InvoiceFields.Number)).ShouldBe(["FS 1/2026", "FS 4/2026"]);
        items.OfType<DataInvoice>().ShouldAllBe(invoice => invoice.Findings.Count == 0);
    }

    [Fact]
    public async Task Packaging_IsChargedOutsideTheLinesAndTheTax()
    {
        var invoice = await new EppFile().Document("FS", "5/2026", [.. OneLine, Line(2, "PALETA", 1, 26.25m, 26.25m, 0, rate: "0.0000", type: "4")],
            (25, "2"), (37, "149.2500"), (45, "26.2500")).Dictionary("TOWARY", Screw, Goods("PALETA", "Paleta zwrotna", type: "4")).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.RowsOf(FieldLevel.Line).ShouldHaveSingleItem().Of(LineFields.Name).ShouldBe("Śruba M8");
        var charge = invoice.RowsOf(FieldLevel.Charge).ShouldHaveSingleItem();
        charge.Of(ChargeFields.Reason).ShouldBe("Paleta zwrotna");
        charge.Amount(ChargeFields.Amount).ShouldBe(26.25m);
        invoice.Head.Amount(InvoiceFields.ToPay).ShouldBe(149.25m);
        invoice.Head.Amount(TotalFields.Gross).ShouldBe(123m);
    }

    [Fact]
    public async Task Packaging_Returned_IsADeduction()
    {
        var invoice = await new EppFile().Document("FS", "5/2026", [.. OneLine, Line(2, "PALETA", -1, 26.25m, -26.25m, 0, rate: "0.0000", type: "4")],
            (25, "2"), (37, "96.7500"), (46, "26.2500")).Dictionary("TOWARY", Screw, Goods("PALETA", "Paleta zwrotna", type: "4")).InvoiceAsync();

        invoice.Findings.ShouldBeEmpty();
        invoice.RowsOf(FieldLevel.Deduction).ShouldHaveSingleItem().Amount(DeductionFields.Amount).ShouldBe(26.25m);
    }

    [Fact]
    public async Task Packaging_ThatDoesNotAddUp_IsAFindingWithBothFigures()
    {
        var invoice = await new EppFile().Document("FS", "5/2026", [.. OneLine, Line(2, "PALETA", 1, 26.25m, 26.25m, 0, rate: "0.0000", type: "4")],
            (25, "2"), (37, "149.2500"), (45, "30.0000")).Dictionary("TOWARY", Screw, Goods("PALETA", "Paleta zwrotna", type: "4")).InvoiceAsync();

        var finding = invoice.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("KSF-1564");
        finding.MessageEn.ShouldContain("30.00");
        finding.MessageEn.ShouldContain("26.25");
    }

    [Theory]
    [InlineData("-25.0000", "-5.7500", "-30.7500")]
    [InlineData("75.0000", "17.2500", "92.2500")]
    public async Task Correction_WhoseHeaderHoldsDifferenceOrState_IsTheDifference(string net, string vat, string gross)
    {
        var invoice = await CorrectionAsync((28, net), (29, vat), (30, gross), (37, gross));

        invoice.Findings.ShouldBeEmpty();
        invoice.Head.Of(InvoiceFields.Kind).ShouldBe("KOR");
        invoice.Head.Of(InvoiceFields.Number).ShouldBe("KFS 3/2026");
        invoice.Head.Of(CorrectionFields.Manner).ShouldBe("stany");
        invoice.Head.Of(CorrectionFields.Reason).ShouldBe("Zwrot 50 szt.");
        invoice.Head.Of(CorrectionFields.Effect).ShouldBe("2");
        invoice.Head.Amount(TotalFields.Net).ShouldBe(-25m);
        invoice.Head.Amount(TotalFields.Tax).ShouldBe(-5.75m);
        invoice.Head.Amount(TotalFields.Gross).ShouldBe(-30.75m);
        var original = invoice.RowsOf(FieldLevel.Original).ShouldHaveSingleItem();
        original.Of(OriginalFields.Number).ShouldBe("FS 11/2026");
        original[OriginalFields.IssueDate]!.Value.Date.ShouldBe(new DateOnly(2026, 8, 14));
    }

    [Fact]
    public async Task Correction_HasEachLineBeforeAndAfter()
    {
        var lines = (await CorrectionAsync((28, "-25.0000"), (29, "-5.7500"), (30, "-30.7500"), (37, "-30.7500"))).RowsOf(FieldLevel.Line).ToList();

        lines.Select(line => line[LineFields.Before] is not null).ShouldBe([true, false]);
        lines.Select(line => line.Amount(LineFields.Quantity)).ShouldBe([200m, 150m]);
        lines.Select(line => line.Amount(LineFields.Net)).ShouldBe([100m, 75m]);
        lines.Select(line => line.Amount(LineFields.Tax)).ShouldBe([23m, 17.25m]);
    }

    [Fact]
    public async Task Correction_WhoseHeaderFitsNeither_IsAFindingWithBothFigures()
    {
        var finding = (await CorrectionAsync((28, "-24.0000"), (29, "-5.7500"), (30, "-29.7500"), (37, "-29.7500"))).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1564");
        finding.MessageEn.ShouldContain("-24");
        finding.MessageEn.ShouldContain("-25");
    }

    [Fact]
    public async Task Header_ThatIsNotTheSumOfTheLines_IsAFindingWithBothFigures()
    {
        var finding = (await new EppFile().Document("FS", "5/2026", OneLine, (28, "110.0000"), (30, "133.0000")).Dictionary("TOWARY", Screw).InvoiceAsync()).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("KSF-1564");
        finding.MessageEn.ShouldContain("110");
        finding.MessageEn.ShouldContain("100");
    }

    [Fact]
    public async Task Lines_OfWhichOneIsMissing_AreAFinding() =>
        (await new EppFile().Document("FS", "5/2026", OneLine, (25, "2")).Dictionary("TOWARY", Screw).InvoiceAsync()).Codes().ShouldBe(["KSF-1564"]);

    [Theory]
    [InlineData(28, "100,0000", "KSF-1556")]
    [InlineData(28, "1e2", "KSF-1559")]
    [InlineData(22, "2026-09-14", "KSF-1560")]
    [InlineData(2, "7", "KSF-1561")]
    [InlineData(26, "2", "KSF-1561")]
    [InlineData(14, "\"Firma z łamanym\r\nwierszem\"", "KSF-1555")]
    [InlineData(14, "\"Firma \"Abc\" Sp. z o.o.\"", "KSF-1555")]
    public async Task Value_ThatCannotBeRead_StopsItsDocumentAndNoOther(int position, string value, string code)
    {
        var invoices = (await new EppFile().Document("FS", "4/2026", OneLine).Document("FS", "5/2026", OneLine, (position, value)).Document("FS", "6/2026", OneLine)
            .Dictionary("TOWARY", Screw).ReadAsync()).OfType<DataInvoice>().ToList();

        invoices.Count.ShouldBe(3);
        invoices[0].Findings.ShouldBeEmpty();
        invoices[1].Codes().ShouldContain(code);
        invoices[2].Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task DictionaryRow_ThatCannotBeRead_StopsWhomItIsAbout()
    {
        var invoices = (await new EppFile().Document("FS", "4/2026", OneLine).Document("FS", "5/2026", OneLine).Dictionary("TOWARY", Screw)
            .Dictionary("WYMAGALNOSCMPP", "\"FS 4/2026\",0", "\"FS 5/2026\",x").ReadAsync()).OfType<DataInvoice>().ToList();

        invoices[0].Findings.ShouldBeEmpty();
        invoices[1].Codes().ShouldBe(["KSF-1567"]);
    }

    [Fact]
    public async Task DictionaryRow_OfWhichNothingCanBeRead_StopsAll() =>
        (await new EppFile().Document("FS", "4/2026", OneLine).Dictionary("TOWARY", Screw).Dictionary("WYMAGALNOSCMPP", "\"FS 4/2026,1").InvoiceAsync()).Codes().ShouldBe(["KSF-1567"]);

    [Theory]
    [InlineData("[NAGLOWEX]")]
    [InlineData("NAGLOWEK")]
    public async Task Invoice_WhoseLabelIsBroken_IsAFindingAlsoBelowADocumentThatIsLeftOut(string label)
    {
        var file = new EppFile().Document("PA", "1/2026", OneLine).Document("FS", "2/2026", OneLine).Dictionary("TOWARY", Screw).ToString();
        var broken = file.Remove(file.IndexOf("[NAGLOWEK]\r\n\"FS\"", StringComparison.Ordinal), "[NAGLOWEK]".Length).Insert(file.IndexOf("[NAGLOWEK]\r\n\"FS\"", StringComparison.Ordinal), label);
        var items = await Reading.ReadAsync(System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes(broken));

        items.OfType<DataInvoice>().ShouldHaveSingleItem().Codes().ShouldContain("KSF-1557");
    }

    [Fact]
    public async Task Documents_ByTheThousand_AreGivenOneByOne()
    {
        var file = new EppFile();
        for (var number = 1; number <= 1000; number++)
        {
            file.Document("FS", number + "/2026", OneLine);
        }

        var counted = 0;
        using var content = new MemoryStream(file.Dictionary("TOWARY", Screw).Bytes());
        await foreach (var item in new Mapping.Epp.EppReader().ReadAsync(content, ReadingContext.Empty, CancellationToken.None))
        {
            item.ShouldBeOfType<DataInvoice>().Findings.ShouldBeEmpty();
            if (++counted == 1)
            {
                content.Position.ShouldBeLessThan(content.Length / 2, "the first invoice comes before the second pass is far");
            }
        }

        counted.ShouldBe(1000);
    }

    private static Task<DataInvoice> CorrectionAsync(params (int, string)[] change) =>
        new EppFile().Document("KFS", "3/2026", [Corrected(Line(1, "SRUBA", 150, 0.5m, 75, 17.25m), 0.5m, 200, 100, 23)], [(8, "\"FS 11/2026\""), (9, "20260814000000"), .. change])
            .Dictionary("TOWARY", Screw).Dictionary("PRZYCZYNYKOREKT", "\"KFS 3/2026\",1,\"Zwrot 50 szt.\"").Dictionary("DATYUJECIAKOREKT", "\"KFS 3/2026\",2,20261002000000").InvoiceAsync();
}
