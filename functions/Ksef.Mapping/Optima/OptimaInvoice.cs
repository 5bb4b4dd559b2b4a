using System.Globalization;

namespace Ksef.Mapping.Optima;

/// <summary>
/// Makes an invoice of a document. Known are only what programs write that export to Optima, and one example; corrections and margin were not seen.
/// </summary>
internal static class OptimaInvoice
{
    private const string Zloty = "PLN";

    /// <summary>Reads a document of sale.</summary>
    public static DataInvoice Read(OptimaElement document)
    {
        var findings = new List<DataFinding>();
        var rows = new List<DataRow>();
        var header = document.Find("NAGLOWEK") ?? new OptimaElement("NAGLOWEK", document.Line);
        var fields = new OptimaFields(header, findings);
        var head = new DataRow(FieldLevel.Invoice, fields.Place);
        fields.CopyText("NUMER_PELNY", head, InvoiceFields.Number);
        fields.CopyDate("DATA_WYSTAWIENIA", head, InvoiceFields.IssueDate);
        fields.CopyDate("DATA_OPERACJI", head, InvoiceFields.SaleDate);
        fields.CopyText("UWAGI", head, InvoiceFields.Remarks);
        Refuse(fields, findings);
        WritePayment(fields, head);
        OptimaParties.Write(fields, head, rows);
        var isForeign = fields.Text("WALUTA/SYMBOL") is not ("" or Zloty);
        WriteCurrency(fields, head, isForeign);
        var isGross = IsGross(fields, head);
        foreach (var line in document.All("POZYCJE", "POZYCJA"))
        {
            rows.Add(OptimaLine.Read(line, isGross, isForeign, findings));
        }

        OptimaTotals.Write(document, fields, isForeign, head, findings);
        return new DataInvoice(head, rows) { Findings = [.. findings.Distinct()] };
    }

    private static void Refuse(OptimaFields fields, List<DataFinding> findings)
    {
        if (fields.Text("KOREKTA") is not ("" or "0"))
        {
            findings.Add(OptimaFindings.NotCarried.At(fields.At("KOREKTA"), ("what", new("korekta", "a correction"))));
        }

        if (fields.Text("FV_MARZA") is not ("" or "0"))
        {
            findings.Add(OptimaFindings.NotCarried.At(fields.At("FV_MARZA"), ("what", new("faktura marży", "a margin invoice"))));
        }

        if (fields.Text("ROZLICZAM_PODATEK_W_OSS") is not ("" or "0"))
        {
            findings.Add(OptimaFindings.NotCarried.At(fields.At("ROZLICZAM_PODATEK_W_OSS"), ("what", new("sprzedaż w procedurze OSS", "a sale in the OSS scheme"))));
        }
    }

    private static void WritePayment(OptimaFields fields, DataRow head)
    {
        fields.CopyText("PLATNOSC/FORMA", head, PaymentFields.Form);
        fields.CopyDate("PLATNOSC/TERMIN", head, PaymentFields.DueDate);
        if (fields.Flag("PLATNOSC/MPP"))
        {
            head.Set(InvoiceFields.SplitPayment, DataValue.OfFlag(true, fields.At("PLATNOSC/MPP")));
        }
    }

    /// <summary>The rate is a fraction: so many zlotys for so many units.</summary>
    private static void WriteCurrency(OptimaFields fields, DataRow head, bool isForeign)
    {
        fields.CopyText("WALUTA/SYMBOL", head, InvoiceFields.Currency);
        if (!isForeign || fields.Number("WALUTA/KURS_L") is not { } zlotys)
        {
            return;
        }

        var units = fields.Number("WALUTA/KURS_M") ?? 1;
        if (units <= 0)
        {
            fields.Refuse("WALUTA/KURS_M");
            return;
        }

        head.Set(InvoiceFields.ExchangeRate, DataValue.OfNumber(zlotys / units, fields.At("WALUTA/KURS_L"), units == 1 ? fields.Text("WALUTA/KURS_L") : (zlotys / units).ToString(CultureInfo.InvariantCulture)));
    }

    private static bool IsGross(OptimaFields fields, DataRow head)
    {
        if (fields.Text("TYP_NETTO_BRUTTO") is not ("" or "1" or "2"))
        {
            fields.Refuse("TYP_NETTO_BRUTTO");
        }

        var isGross = fields.Text("TYP_NETTO_BRUTTO") == "2";
        head.Set(InvoiceFields.Prices, DataValue.OfText(isGross ? "brutto" : "netto", fields.At("TYP_NETTO_BRUTTO")));
        return isGross;
    }
}
