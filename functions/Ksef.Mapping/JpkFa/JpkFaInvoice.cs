using System.Globalization;

namespace Ksef.Mapping.JpkFa;

/// <summary>Makes an invoice of its records, field by field.</summary>
internal sealed class JpkFaInvoice(JpkFaScan scan)
{
    /// <summary>FA(3) has at most this many lines.</summary>
    public const int MostLines = 10_000;

    private static readonly string[] Booleans = ["P_16", "P_17", "P_18", "P_18A", "P_19", "P_20", "P_21", "P_22", "P_23", "P_106E_2", "P_106E_3"];

    private static readonly char[] Separators = [',', ';'];

    /// <summary>Reads an invoice.</summary>
    /// <param name="entry">What is known of it.</param>
    /// <param name="invoice">Its head.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="orders">Its orders.</param>
    public DataInvoice Read(JpkFaEntry entry, JpkFaRecord invoice, IReadOnlyList<JpkFaRecord> lines, IReadOnlyList<JpkFaRecord> orders)
    {
        var findings = new List<DataFinding>();
        var fields = new JpkFaFields(invoice, findings);
        fields.CheckNames();
        foreach (var name in Booleans)
        {
            fields.Flag(name);
        }

        // The one total that every invoice must have: without it nothing tells whether all lines are there.
        if (fields.Text("P_15").Length == 0)
        {
            findings.Add(ValueFindings.Missing.At(fields.At("P_15"), ("field", "P_15")));
        }

        var head = new DataRow(FieldLevel.Invoice, fields.Place);
        var isReverseCharge = fields.Flag("P_18") && fields.Text("P_13_4").Length > 0 && fields.Text("P_13_6").Length == 0;
        var parts = new JpkFaParts([], findings, isReverseCharge);
        WriteHead(fields, head, orders.Count > 0);
        JpkFaBuyer.Write(fields, scan.SellerNip, head);
        JpkFaMarks.Write(fields, head, findings);
        WriteOthers(fields, head, parts.Rows);
        WriteLines(entry, parts, lines, orders, head, fields);
        return new DataInvoice(head, parts.Rows) { Findings = [.. findings.Distinct()] };
    }

    private static void WriteHead(JpkFaFields fields, DataRow head, bool hasOrder)
    {
        fields.CopyText("P_2A", head, InvoiceFields.Number);
        fields.CopyDate("P_1", head, InvoiceFields.IssueDate);
        fields.CopyDate("P_6", head, InvoiceFields.SaleDate);
        fields.CopyText("KodWaluty", head, InvoiceFields.Currency);
        if (JpkFaKind.Of(fields, hasOrder) is { } kind)
        {
            head.Set(InvoiceFields.Kind, DataValue.OfText(kind, fields.At("RodzajFaktury")));
        }
        else
        {
            fields.Refuse("RodzajFaktury");
        }
    }

    private void WriteOthers(JpkFaFields fields, DataRow head, List<DataRow> rows)
    {
        foreach (var number in Numbers(fields.Text("NrFaZaliczkowej")))
        {
            var advance = new DataRow(FieldLevel.Advance, fields.At("NrFaZaliczkowej"));
            advance.Set(AdvanceFields.Number, DataValue.OfText(number, fields.At("NrFaZaliczkowej")));
            rows.Add(advance);
        }

        if (head[InvoiceFields.Kind]?.Shown.StartsWith("KOR", StringComparison.Ordinal) != true)
        {
            return;
        }

        head.Set(CorrectionFields.Manner, DataValue.OfText("roznice", fields.At("RodzajFaktury")));
        fields.CopyText("PrzyczynaKorekty", head, CorrectionFields.Reason);
        var originals = Numbers(fields.Text("NrFaKorygowanej"));
        foreach (var number in originals)
        {
            rows.Add(Original(number, fields.At("NrFaKorygowanej")));
        }

        // Some programs write the period for every correction; FA(3) means that of a collective one.
        if (originals.Count != 1)
        {
            fields.CopyText("OkresFaKorygowanej", head, CorrectionFields.Period);
        }
    }

    /// <summary>The date of the original is in no field of JPK_FA: it is known when the original is in the same file.</summary>
    private DataRow Original(string number, DataPlace place)
    {
        var row = new DataRow(FieldLevel.Original, place);
        row.Set(OriginalFields.Number, DataValue.OfText(number, place));
        if (scan.Find(number)?.IssueDate is { } date)
        {
            row.Set(OriginalFields.IssueDate, DataValue.OfDate(date, place));
        }

        return row;
    }

    /// <summary>Several numbers stand in one text; a number that is one of the file's is not divided.</summary>
    private List<string> Numbers(string text) =>
        scan.Find(text) is { Heads: > 0 } ? [text] : [.. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static void WriteLines(JpkFaEntry entry, JpkFaParts parts, IReadOnlyList<JpkFaRecord> lines, IReadOnlyList<JpkFaRecord> orders, DataRow head, JpkFaFields fields)
    {
        if (entry.Lines > MostLines)
        {
            parts.Findings.Add(JpkFaFindings.TooManyLines.At(fields.Place, ("limit", MostLines.ToString(CultureInfo.InvariantCulture))));
        }

        if (lines.Count > 0 && orders.Count > 0)
        {
            parts.Findings.Add(JpkFaFindings.LinesAndOrder.At(new DataPlace(JpkFaSchema.Order, orders[0].Line, null, null)));
        }

        var writer = new JpkFaLines(parts);
        foreach (var line in lines)
        {
            writer.Write(line);
        }

        foreach (var order in orders)
        {
            writer.WriteOrder(order);
            new JpkFaFields(order, parts.Findings).CopyNumber("WartoscZamowienia", head, TotalFields.OrderValue);
        }

        if (JpkFaBuyer.IsOfEu(head) && writer.RatesSeen.Contains("0"))
        {
            head.Set(InvoiceFields.TransactionKind, DataValue.OfText("wdt", fields.At("P_5A")));
        }

        else if (fields.Flag("P_23") && writer.RatesSeen.Contains("np"))
        {
            // The second of three taxpayers supplies goods outside the country.
            head.Set(InvoiceFields.TransactionKind, DataValue.OfText("np1", fields.At("P_23")));
        }

        JpkFaTotals.Write(fields, writer.RatesSeen, head);
        var rows = parts.Rows.Where(row => row.Level == FieldLevel.Line).ToList();
        if (rows.Count > 0 && rows.TrueForAll(row => row[LineFields.GrossPrice] is not null && row[LineFields.Gross] is not null))
        {
            head.Set(InvoiceFields.Prices, DataValue.OfText("brutto", rows[0].Place));
        }
    }
}
