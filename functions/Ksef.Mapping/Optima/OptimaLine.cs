namespace Ksef.Mapping.Optima;

/// <summary>A line of a document. Prices are taken after the discount: Optima rounds them, and quantity times the price before it may come to another value.</summary>
internal static class OptimaLine
{
    private const string Price = "CENY/PO_RABACIE_WAL_DOKUMENTU";
    private const string Rate = "STAWKA_VAT/STAWKA";
    private const string Mark = "STAWKA_VAT/FLAGA";

    private static readonly decimal[] Rates = [23, 22, 8, 7, 5, 4, 3];

    /// <summary>Reads a line.</summary>
    public static DataRow Read(OptimaElement element, bool isGross, bool isForeign, List<DataFinding> findings)
    {
        var line = new OptimaFields(element, findings);
        var row = new DataRow(FieldLevel.Line, line.Place);
        line.CopyText("LP", row, LineFields.Number);
        line.CopyText("TOWAR/KOD", row, LineFields.Code);
        line.CopyText("TOWAR/NAZWA", row, LineFields.Name);
        line.CopyText("TOWAR/EAN", row, LineFields.Gtin);
        line.CopyText("TOWAR/SWW", row, LineFields.Pkwiu);
        line.CopyText("JM", row, LineFields.Unit);
        line.CopyNumber("ILOSC", row, LineFields.Quantity);
        line.CopyNumber(Price, row, isGross ? LineFields.GrossPrice : LineFields.NetPrice);
        line.CopyNumber(isForeign ? "WARTOSC_NETTO_WAL" : "WARTOSC_NETTO", row, LineFields.Net);
        line.CopyNumber(isForeign ? "WARTOSC_BRUTTO_WAL" : "WARTOSC_BRUTTO", row, LineFields.Gross);
        WriteRate(line, row, findings);
        return row;
    }

    /// <summary>
    /// The number and the mark together. In files of Optima the mark of a taxed sale is 2, one program writes 0 for it and 2 for a sale abroad:
    /// a rate above zero is that rate with either, and zero says no more than zero.
    /// </summary>
    private static void WriteRate(OptimaFields line, DataRow row, List<DataFinding> findings)
    {
        if (line.Number(Rate) is not { } rate)
        {
            return;
        }

        var word = (rate, line.Text(Mark)) switch
        {
            (0, "1") => "zw",
            (0, "" or "0" or "2") => "0",
            (0, "3") => "oo",
            (0, "4") => "np",
            ( > 0, "" or "0" or "2") when Rates.Contains(rate) => ((int)rate).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => string.Empty,
        };
        if (word.Length == 0)
        {
            findings.Add(OptimaFindings.Rate.At(DataValue.OfText(line.Text(Rate), line.At(Rate)), ("flag", line.Text(Mark))));
        }

        row.Set(LineFields.VatRate, DataValue.OfText(word, line.At(Rate)));
    }
}
