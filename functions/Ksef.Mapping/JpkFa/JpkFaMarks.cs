using Ksef.Invoices;

namespace Ksef.Mapping.JpkFa;

/// <summary>The marks of an invoice: what JPK_FA says with true, FA(3) says with 1, and some of them need data that only FA(3) has.</summary>
internal static class JpkFaMarks
{
    private static readonly (string Field, Words What)[] NeedMore =
    [
        ("P_20", new("podmiot egzekwujący", "an enforcement authority")),
        ("P_21", new("przedstawiciel podatkowy", "a tax representative")),
        ("P_22", new("nowe środki transportu", "new means of transport")),
    ];

    /// <summary>Writes the marks.</summary>
    public static void Write(JpkFaFields fields, DataRow head, ICollection<DataFinding> findings)
    {
        fields.CopyFlag("P_16", head, InvoiceFields.CashMethod);
        fields.CopyFlag("P_18", head, InvoiceFields.ReverseCharge);
        fields.CopyFlag("P_18A", head, InvoiceFields.SplitPayment);
        fields.CopyFlag("P_23", head, InvoiceFields.Triangular);
        fields.CopyText("P_19A", head, InvoiceFields.ExemptionAct);
        fields.CopyText("P_19B", head, InvoiceFields.ExemptionDirective);
        fields.CopyText("P_19C", head, InvoiceFields.ExemptionOther);
        WriteMargin(fields, head);
        foreach (var (field, what) in NeedMore)
        {
            if (fields.Flag(field))
            {
                findings.Add(JpkFaFindings.NotCarried.At(fields.At(field), ("field", field), ("what", what)));
            }
        }
    }

    private static void WriteMargin(JpkFaFields fields, DataRow head)
    {
        if (fields.Flag("P_106E_2"))
        {
            head.Set(InvoiceFields.Margin, DataValue.OfText("biura podróży", fields.At("P_106E_2")));
        }

        if (!fields.Flag("P_106E_3"))
        {
            return;
        }

        var words = fields.Text("P_106E_3A");
        var margin = words switch
        {
            _ when words.Contains("używane", StringComparison.OrdinalIgnoreCase) => "towary używane",
            _ when words.Contains("dzieła", StringComparison.OrdinalIgnoreCase) => "dzieła sztuki",
            _ when words.Contains("kolekcjonerskie", StringComparison.OrdinalIgnoreCase) || words.Contains("antyki", StringComparison.OrdinalIgnoreCase) => "antyki",
            _ => string.Empty,
        };
        if (margin.Length == 0)
        {
            fields.Refuse("P_106E_3A");
        }

        head.Set(InvoiceFields.Margin, DataValue.OfText(margin, fields.At("P_106E_3A")));
    }
}
