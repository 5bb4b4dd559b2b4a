using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.Epp;

/// <summary>Returnable packaging: lines of type 4 are outside the VAT sums, and become charges and deductions of what is to be paid.</summary>
internal static class EppPackaging
{
    /// <summary>The type of a line that is packaging.</summary>
    public const string LineType = "4";

    private static readonly Words Out = new("Opakowania wydane", "Packaging handed out");
    private static readonly Words Back = new("Opakowania zwrócone", "Packaging returned");
    private static readonly Words ToPay = new("Do zapłaty z opakowaniami", "To pay with packaging");

    /// <summary>Writes charges and deductions, and checks them against the header.</summary>
    public static void Write(EppDocument document, IReadOnlyList<EppFields> lines, EppDictionaries dictionaries, DataRow head, ICollection<DataRow> rows)
    {
        var fields = document.Fields;
        var handedOut = fields.Number(EppHeader.PackagingOut) ?? 0;
        var returned = fields.Number(EppHeader.PackagingBack) ?? 0;
        if (lines.Count == 0 && handedOut == 0 && returned == 0)
        {
            return;
        }

        var (charged, deducted) = (0m, 0m);
        foreach (var line in lines)
        {
            var amount = AmountOf(document, line);
            charged += Math.Max(amount, 0);
            deducted += Math.Max(-amount, 0);
            Add(amount, line.At(EppLineFields.Gross), NameOf(line, dictionaries), rows);
        }

        if (lines.Count == 0)
        {
            (charged, deducted) = (handedOut, returned);
            Add(handedOut, fields.At(EppHeader.PackagingOut), Out.Pl, rows);
            Add(-returned, fields.At(EppHeader.PackagingBack), Back.Pl, rows);
        }

        Check(document, EppHeader.PackagingOut, Out, handedOut, charged);
        Check(document, EppHeader.PackagingBack, Back, returned, deducted);
        Check(document, EppHeader.ToPay, ToPay, fields.Needed(EppHeader.ToPay), fields.Needed(EppHeader.Gross) + charged - deducted);
        fields.CopyNumber(EppHeader.ToPay, head, InvoiceFields.ToPay);
    }

    private static decimal AmountOf(EppDocument document, EppFields line)
    {
        var now = line.Needed(EppLineFields.Gross);
        return document.IsCorrection ? now - line.Needed(EppLineFields.GrossBefore) : now;
    }

    private static string NameOf(EppFields line, EppDictionaries dictionaries)
    {
        var code = line.Text(EppLineFields.Code);
        return dictionaries.Goods.TryGetValue(code, out var goods) ? goods.Name : line.Text(EppLineFields.Name) is { Length: > 0 } name ? name : "Opakowanie " + code;
    }

    private static void Add(decimal amount, DataPlace place, string reason, ICollection<DataRow> rows)
    {
        if (amount == 0)
        {
            return;
        }

        var row = new DataRow(amount > 0 ? FieldLevel.Charge : FieldLevel.Deduction, place.WholeRow);
        row.Set(amount > 0 ? ChargeFields.Amount : DeductionFields.Amount, DataValue.OfNumber(PlainNumbers.WithoutZeros(Math.Abs(amount)), place));
        row.Set(amount > 0 ? ChargeFields.Reason : DeductionFields.Reason, DataValue.OfText(reason, place));
        rows.Add(row);
    }

    private static void Check(EppDocument document, EppPosition position, Words what, decimal stated, decimal computed)
    {
        if (stated != computed)
        {
            document.Findings.Add(EppFindings.Totals.At(document.Fields.At(position), ("what", what), ("stated", Text(stated)), ("computed", Text(computed))));
        }
    }

    private static string Text(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
