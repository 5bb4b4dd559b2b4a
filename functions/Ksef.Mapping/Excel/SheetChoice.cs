using Ksef.Invoices;
using Ksef.Mapping.Excel.Cells;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel;

/// <summary>Which sheet of a workbook holds the invoices.</summary>
internal static class SheetChoice
{
    private const int NamesShown = 20;

    /// <summary>The sheet of a name, hidden or not; without a name the first whose tab is shown.</summary>
    /// <param name="sheets">The workbook's sheets.</param>
    /// <param name="name">The name that the company's mapping gives; none when <see langword="null"/>.</param>
    /// <exception cref="WorkbookRefusedException">There is no such sheet.</exception>
    public static SheetEntry Of(IReadOnlyList<SheetEntry> sheets, string? name)
    {
        foreach (var sheet in sheets)
        {
            // Excel compares the names of sheets without case.
            if (name is null ? sheet.IsVisible : sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return sheet;
            }
        }

        var names = string.Join(", ", sheets.Take(NamesShown).Select(sheet => $"„{sheet.Name}”"));
        Words wanted = name is null ? new("widoczny", "visible") : new Words($"„{name}”", $"„{name}”");
        Words existing = names.Length == 0 ? new("żadne", "none") : new Words(names, names);
        throw new WorkbookRefusedException(ExcelFindings.NoSheet, ("sheet", wanted), ("sheets", existing));
    }
}
