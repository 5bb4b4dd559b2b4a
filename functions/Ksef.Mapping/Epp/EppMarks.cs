namespace Ksef.Mapping.Epp;

/// <summary>
/// Marks for JPK_V7 that a document has as a whole. FA(3) has GTU and procedures by line: with one line it is clear which, with more it is not.
/// Source: InsERT, "Struktura danych EDI++" 1.11, table 35.
/// </summary>
internal static class EppMarks
{
    private const int RelatedParties = 4;
    private const int MarginTravel = 7;
    private const int MarginGoods = 8;
    private const int SplitPayment = 14;
    private const int FirstGtu = 16;
    private const int LastGtu = 28;

    private static readonly Dictionary<int, string> Procedures = new()
    {
        [6] = "TT_D",
        [9] = "I_42",
        [10] = "I_63",
        [11] = "B_SPV",
        [12] = "B_SPV_DOSTAWA",
        [13] = "B_MPV_PROWIZJA",
        [30] = "WSTO_EE",
        [31] = "IED",
    };

    /// <summary>Writes down what the marks of a document say.</summary>
    public static void Write(EppDocument document, EppDocumentFacts facts, DataRow head, IReadOnlyList<DataRow> lines)
    {
        foreach (var (position, place) in facts.Marks)
        {
            switch (position)
            {
                case RelatedParties:
                    head.Set(InvoiceFields.RelatedParties, DataValue.OfFlag(true, place));
                    break;
                case SplitPayment:
                    head.Set(InvoiceFields.SplitPayment, DataValue.OfFlag(true, place));
                    break;
                case MarginTravel or MarginGoods:
                    document.Findings.Add(EppFindings.NotCarried.At(place, ("what", new("procedura marży", "margin scheme"))));
                    break;
                case >= FirstGtu and <= LastGtu:
                    WriteMark(document, LineFields.Gtu, "GTU_" + (position - FirstGtu + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture), place, lines);
                    break;
                default:
                    if (Procedures.TryGetValue(position, out var procedure))
                    {
                        WriteMark(document, LineFields.Procedure, procedure, place, lines);
                    }

                    break;
            }
        }
    }

    private static void WriteMark(EppDocument document, SimpleField field, string mark, DataPlace place, IReadOnlyList<DataRow> lines)
    {
        if (lines.Any(line => line[field] is { } value && value.Shown == mark))
        {
            return;
        }

        if (lines.Count(line => line[LineFields.Before] is null) == 1 && lines.All(line => line[field] is null))
        {
            foreach (var line in lines)
            {
                line.Set(field, DataValue.OfText(mark, place));
            }
        }
        else
        {
            document.Findings.Add(EppFindings.MarkLost.At(place, ("mark", mark)));
        }
    }
}
