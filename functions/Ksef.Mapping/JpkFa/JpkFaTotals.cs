namespace Ksef.Mapping.JpkFa;

/// <summary>The sums of an invoice. Three of them mean one of several sums of FA(3): the lines tell which, or nobody does and only P_15 is compared.</summary>
internal static class JpkFaTotals
{
    private static readonly (string Name, SimpleField Field)[] Same =
    [
        ("P_13_1", TotalFields.Net1), ("P_14_1", TotalFields.Tax1), ("P_14_1W", TotalFields.Tax1Zloty),
        ("P_13_2", TotalFields.Net2), ("P_14_2", TotalFields.Tax2), ("P_14_2W", TotalFields.Tax2Zloty),
        ("P_13_3", TotalFields.Net3), ("P_14_3", TotalFields.Tax3), ("P_14_3W", TotalFields.Tax3Zloty),
        ("P_13_7", TotalFields.Net7), ("P_15", TotalFields.Gross),
    ];

    /// <summary>Writes the sums.</summary>
    /// <param name="fields">The invoice.</param>
    /// <param name="rates">The rates of its lines, in the words of the simple layout; <c>OSS</c> for a rate of another country.</param>
    /// <param name="head">Takes the sums.</param>
    public static void Write(JpkFaFields fields, IReadOnlySet<string> rates, DataRow head)
    {
        foreach (var (name, field) in Same)
        {
            fields.CopyNumber(name, head, field);
        }

        var (reverse, taxi) = (rates.Contains("oo"), rates.Contains("3") || rates.Contains("4"));
        if (reverse && !taxi)
        {
            fields.CopyNumber("P_13_4", head, TotalFields.Net10);
        }
        else if (!reverse)
        {
            fields.CopyNumber("P_13_4", head, TotalFields.Net4);
        }

        // Of a reverse charge there is no tax: where a file states some, it is compared with none.
        if (!reverse || taxi || fields.Number("P_14_4") is not (null or 0))
        {
            fields.CopyNumber("P_14_4", head, TotalFields.Tax4);
            fields.CopyNumber("P_14_4W", head, TotalFields.Tax4Zloty);
        }

        WriteOutside(fields, rates, head);
        if (Kind(head) is { } zero)
        {
            fields.CopyNumber("P_13_6", head, zero);
        }
    }

    private static void WriteOutside(JpkFaFields fields, IReadOnlySet<string> rates, DataRow head)
    {
        if (rates.Contains("OSS") && !rates.Contains("np"))
        {
            fields.CopyNumber("P_13_5", head, TotalFields.Net5);
            fields.CopyNumber("P_14_5", head, TotalFields.Tax5);
        }
        else if (fields.Number("P_14_5") is not (null or 0))
        {
            fields.CopyNumber("P_14_5", head, TotalFields.Tax5);
        }
    }

    private static SimpleField? Kind(DataRow head) => head[InvoiceFields.TransactionKind]?.Shown switch
    {
        "wdt" => TotalFields.Net62,
        _ => null,
    };
}
