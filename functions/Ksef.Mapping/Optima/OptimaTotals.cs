using System.Globalization;

namespace Ksef.Mapping.Optima;

/// <summary>The totals of a document: of its VAT table, with which its header must agree where both are in zlotys.</summary>
internal static class OptimaTotals
{
    private static readonly (string Header, string Table, SimpleField Field)[] Sums =
    [
        ("KWOTY/RAZEM_NETTO", "NETTO", TotalFields.Net),
        ("KWOTY/RAZEM_VAT", "VAT", TotalFields.Tax),
        ("KWOTY/RAZEM_BRUTTO", "BRUTTO", TotalFields.Gross),
    ];

    /// <summary>Writes the totals.</summary>
    public static void Write(OptimaElement document, OptimaFields header, bool isForeign, DataRow head, List<DataFinding> findings)
    {
        var table = document.All("TABELKA_VAT", "LINIA_VAT").Select(line => new OptimaFields(line, findings)).ToList();
        foreach (var (path, column, field) in Sums)
        {
            var name = isForeign ? column + "_WAL" : column;
            var sum = table.Count == 0 ? null : table.Sum(line => line.Number(name));
            // In another currency programs put now zlotys, now the currency into the header.
            var stated = isForeign ? null : header.Number(path);
            if (stated is { } total && sum is { } tabled && total != tabled)
            {
                findings.Add(OptimaFindings.Totals.At(header.At(path), ("field", path), ("stated", Text(total)), ("computed", Text(tabled))));
            }

            if ((sum ?? stated) is { } amount)
            {
                head.Set(field, DataValue.OfNumber(amount, sum is null ? header.At(path) : table[0].At(name)));
            }
        }
    }

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
