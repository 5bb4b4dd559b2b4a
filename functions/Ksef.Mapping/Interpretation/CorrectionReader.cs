using Ksef.Invoices.Rules;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Interpretation;

/// <summary>Reads what a correction says of itself and of the invoices that it corrects, and the advances that a settlement names.</summary>
internal static class CorrectionReader
{
    private const int KsefNumberLength = 35;

    public static SimpleCorrection Read(RowReader head, IEnumerable<RowReader> originals) => new()
    {
        Reason = head.Text(CorrectionFields.Reason),
        Effect = Codes.Read(head, CorrectionFields.Effect, Codes.Effect, "1, 2, 3"),
        Period = head.Text(CorrectionFields.Period),
        RightNumber = head.Text(CorrectionFields.RightNumber),
        AmountBefore = head.Number(CorrectionFields.AmountBefore),
        RateBefore = head.Number(CorrectionFields.RateBefore),
        Originals = [.. originals.Select(Original).OfType<SimpleOriginal>()],
    };

    public static SimpleAdvance Advance(RowReader row, RateReader rates)
    {
        var (number, ksefNumber) = (row.Text(AdvanceFields.Number), KsefNumber(row, AdvanceFields.KsefNumber));
        if (number is null && !row.Has(AdvanceFields.KsefNumber))
        {
            row.ReportAt(ValueFindings.Missing, AdvanceFields.Number);
        }

        return new SimpleAdvance(row.Row, number, ksefNumber, row.Flag(AdvanceFields.OutsideKsef) == true)
        {
            Rate = rates.Read(row, AdvanceFields.VatRate),
            Net = row.Number(AdvanceFields.Net),
            Tax = row.Number(AdvanceFields.Tax),
            Gross = row.Number(AdvanceFields.Gross),
        };
    }

    private static SimpleOriginal? Original(RowReader row)
    {
        var date = row.Date(OriginalFields.IssueDate);
        var ksefNumber = KsefNumber(row, OriginalFields.KsefNumber);
        var isOutside = row.Flag(OriginalFields.OutsideKsef) == true;
        if (row.Text(OriginalFields.Number) is { } number)
        {
            return new SimpleOriginal(row.Row, number, date, ksefNumber, isOutside);
        }

        row.ReportAt(ValueFindings.Missing, OriginalFields.Number);
        return null;
    }

    private static string? KsefNumber(RowReader row, SimpleField field)
    {
        if (row.Text(field) is not { } number)
        {
            return null;
        }

        if (number.Length is KsefNumberLength or KsefNumberLength + 1 && KsefNumberChecksum.IsPlausible(number))
        {
            return number;
        }

        row.Report(ValueFindings.WrongKsefNumber, field, row.Raw(field)!.Value);
        return null;
    }
}
