
namespace Ksef.Mapping.Epp;

/// <summary>Makes an invoice of a document's records, position by position.</summary>
internal sealed class EppInvoice(EppInfo info, EppDictionaries dictionaries, EppNumbers numbers, bool paidOnIssue)
{
    private const int UsualFields = 24;
    private const int CashMethod = 100;
    private const int Usual = 0;
    private const int Simplified = 73;

    /// <summary>Reads a document.</summary>
    public DataInvoice Read(EppDocument document)
    {
        var fields = document.Fields;
        var head = new DataRow(FieldLevel.Invoice, fields.Place, UsualFields);
        var rows = new List<DataRow>();
        var key = EppNumbers.Key(document.Kind, document.Number);
        var facts = dictionaries.FactsOf(key);
        var code = fields.Text(EppHeader.BuyerCode);

        AddFaults(document, key, code);
        head.Set(SellerFields.Nip, DataValue.OfText(info.Nip, info.At(EppInfo.NipPosition)));
        WriteNumber(document, head);
        WriteKind(document, head);
        WriteDates(fields, facts, head);
        WriteTerms(fields, head, rows);
        EppBuyer.Write(document, code.Length == 0 ? null : dictionaries.Contractors.GetValueOrDefault(code), facts, head);
        EppPayment.Write(document, paidOnIssue, head);
        WriteLines(document, head, rows);
        if (facts is not null)
        {
            WriteFacts(document, facts, head, rows);
        }

        return new DataInvoice(head, rows) { Findings = document.Findings.Count == 0 ? [] : [.. document.Findings.Distinct()] };
    }

    private void AddFaults(EppDocument document, string key, string code)
    {
        var faults = dictionaries.FaultsOfAll.Concat(dictionaries.FaultsOf(key)).Concat(code.Length == 0 ? [] : dictionaries.FaultsOf(code));
        document.Findings.AddRange(faults.Select(fault => fault.Finding));
    }

    private void WriteNumber(EppDocument document, DataRow head)
    {
        var fields = document.Fields;
        if (numbers.Rule == NumberRule.ByProgram)
        {
            document.Findings.Add(EppFindings.NumberRule.At(DataValue.OfText(document.Number, fields.At(EppHeader.Number)), ("kind", document.Kind), ("program", numbers.Program)));
        }

        var number = document.Number.Length == 0 ? string.Empty : numbers.Number(document.Kind, document.Number);
        head.Set(InvoiceFields.Number, DataValue.OfText(number, fields.At(EppHeader.Number)));
    }

    private static void WriteKind(EppDocument document, DataRow head)
    {
        var fields = document.Fields;
        var special = fields.Whole(EppHeader.Special);
        var kind = special >= CashMethod ? special - CashMethod : special;
        if (special >= CashMethod)
        {
            head.Set(InvoiceFields.CashMethod, DataValue.OfFlag(true, fields.At(EppHeader.Special)));
        }

        switch (kind)
        {
            case 1 or 2 or 37 or 38 or 39:
                document.Findings.Add(EppFindings.NotCarried.At(fields.At(EppHeader.Special), ("what", new("faktura zaliczkowa lub końcowa", "advance or final invoice"))));
                break;
            case not (Usual or Simplified):
                document.Findings.Add(EppFindings.NoSuchCode.At(DataValue.OfText(fields.Text(EppHeader.Special), fields.At(EppHeader.Special)), ("field", EppHeader.Special.Name)));
                break;
            default:
                break;
        }

        var word = document.IsCorrection ? "KOR" : kind == Simplified ? "UPR" : "VAT";
        head.Set(InvoiceFields.Kind, DataValue.OfText(word, fields.At(EppHeader.Kind)));
    }

    private static void WriteDates(EppFields fields, EppDocumentFacts? facts, DataRow head)
    {
        fields.CopyDate(EppHeader.IssueDate, head, InvoiceFields.IssueDate);
        fields.CopyDate(EppHeader.SaleDate, head, InvoiceFields.SaleDate);
        if (facts?.CompletionDate is { } completed)
        {
            head.Set(InvoiceFields.SaleDate, completed);
        }
    }

    private void WriteTerms(EppFields fields, DataRow head, List<DataRow> rows)
    {
        fields.CopyText(EppHeader.IssuePlace, head, InvoiceFields.IssuePlace);
        fields.CopyText(EppHeader.OrderNumber, head, InvoiceFields.OrderNumber);
        fields.CopyText(EppHeader.Currency, head, InvoiceFields.Currency);
        if (fields.Text(EppHeader.Currency) is not ("" or "PLN"))
        {
            fields.CopyNumber(EppHeader.ExchangeRate, head, InvoiceFields.ExchangeRate);
        }

        if (!info.Program.Contains("Fakturownia", StringComparison.OrdinalIgnoreCase))
        {
            fields.CopyText(EppHeader.BuyerCode, head, BuyerFields.CustomerNumber);
        }

        fields.CopyText(EppHeader.Remarks, head, InvoiceFields.Remarks);
        WriteNote(fields, EppHeader.Comment, "Komentarz", rows);
        WriteNote(fields, EppHeader.Subtitle, "Podtytuł", rows);
        if (fields.Whole(EppHeader.Transaction) == EppRates.Triangular)
        {
            head.Set(InvoiceFields.Triangular, DataValue.OfFlag(true, fields.At(EppHeader.Transaction)));
        }
    }

    private static void WriteNote(EppFields fields, EppPosition position, string name, List<DataRow> rows)
    {
        if (fields.Text(position).Length == 0)
        {
            return;
        }

        var note = new DataRow(FieldLevel.Note, fields.At(position));
        note.Set(NoteFields.Name, DataValue.OfText(name, fields.At(position)));
        fields.CopyText(position, note, NoteFields.Text);
        rows.Add(note);
    }

    private void WriteLines(EppDocument document, DataRow head, List<DataRow> rows)
    {
        var writer = new EppLineWriter(document, dictionaries, rows);
        var lines = document.Lines.Select(line => new EppFields(line, EppDocument.ContentSection, document.Findings)).ToLookup(line => line.Text(EppLineFields.Type) == EppPackaging.LineType);
        var fields = document.Fields;
        head.Set(InvoiceFields.Prices, DataValue.OfText(writer.NetPrices ? "netto" : "brutto", fields.At(EppHeader.NetPrices)));
        foreach (var line in lines[false])
        {
            CheckType(document, line);
            writer.Write(line);
        }

        if (document is { IsCorrection: true, Lines.Count: 0 } && fields.Whole(EppHeader.LineCount) == 0 && fields.Number(EppHeader.Gross) is not (null or 0))
        {
            document.Findings.Add(EppFindings.NotCarried.At(fields.At(EppHeader.LineCount), ("what", new("korekta zbiorcza bez pozycji", "collective correction without lines"))));
        }

        // Sums of a document that cannot be carried are not those of its lines, which says nothing about the file.
        if (!document.Findings.Exists(finding => finding.Definition == EppFindings.NotCarried))
        {
            EppTotals.Write(document, document.Lines.Count, lines[false], writer.NetPrices, head);
        }

        EppPackaging.Write(document, [.. lines[true]], dictionaries, head, rows);
        if (document.IsCorrection)
        {
            WriteOriginal(document, head, rows);
        }
    }

    private static void CheckType(EppDocument document, EppFields line)
    {
        if (line.Text(EppLineFields.Type) is not ("1" or "2" or "8" or "16"))
        {
            document.Findings.Add(EppFindings.NoSuchCode.At(DataValue.OfText(line.Text(EppLineFields.Type), line.At(EppLineFields.Type)), ("field", EppLineFields.Type.Name)));
        }
    }

    private void WriteOriginal(EppDocument document, DataRow head, List<DataRow> rows)
    {
        var fields = document.Fields;
        head.Set(CorrectionFields.Manner, DataValue.OfText("stany", fields.At(EppHeader.Kind)));
        var original = new DataRow(FieldLevel.Original, fields.Place);
        if (fields.Text(EppHeader.OriginalNumber) is { Length: > 0 } written)
        {
            original.Set(OriginalFields.Number, DataValue.OfText(numbers.OriginalNumber(written), fields.At(EppHeader.OriginalNumber)));
        }

        fields.CopyDate(EppHeader.OriginalDate, original, OriginalFields.IssueDate);
        rows.Add(original);
    }

    private static void WriteFacts(EppDocument document, EppDocumentFacts facts, DataRow head, List<DataRow> rows)
    {
        Set(head, InvoiceFields.SplitPayment, facts.SplitPayment);
        Set(head, InvoiceFields.ToReceipt, facts.ToReceipt);
        EppMarks.Write(document, facts, head, [.. rows.Where(row => row.Level == FieldLevel.Line)]);
        if (!document.IsCorrection)
        {
            return;
        }

        Set(head, CorrectionFields.Effect, facts.Effect);
        if (facts.Reasons is [var first, ..])
        {
            head.Set(CorrectionFields.Reason, DataValue.OfText(string.Join("; ", facts.Reasons.Select(reason => reason.Shown).Distinct()), first.Place));
        }
    }

    private static void Set(DataRow row, SimpleField field, DataValue? value)
    {
        if (value is { } given)
        {
            row.Set(field, given);
        }
    }

}
