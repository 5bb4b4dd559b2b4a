using System.Globalization;
using Ksef.Mapping.Tests.Excel;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>Writes a workbook whose cells are numbers, dates and flags, with English headings.</summary>
internal static class WorkbookWith
{
    public static byte[] Write(SimpleData data)
    {
        var rows = data.TableRows().ToList();
        var columns = SimpleFields.All.Where(field => rows.Exists(row => row.ContainsKey(field))).ToList();
        var sheet = new SheetOf("Invoices").Row([.. columns.Select(column => SheetCell.Text(column.En))]);
        foreach (var row in rows)
        {
            sheet.Row([.. columns.Select(column => row.TryGetValue(column, out var value) ? Cell(column, value) : SheetCell.None)]);
        }

        return WorkbookOf.One(sheet).ToArray();
    }

    private static SheetCell Cell(SimpleField field, string value) => field.Kind switch
    {
        FieldKind.Flag => SheetCell.Flag(value == "true"),
        FieldKind.Date when DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day => SheetCell.Date(day.Year, day.Month, day.Day),
        FieldKind.Amount or FieldKind.UnitPrice => SheetCell.Spelt(value, "#,##0.00"),
        FieldKind.Quantity or FieldKind.ExchangeRate or FieldKind.Percent or FieldKind.Count => SheetCell.Spelt(value),
        FieldKind.VatRate when decimal.TryParse(value, CultureInfo.InvariantCulture, out var percent) => SheetCell.Number(percent / 100, "0%"),
        _ => SheetCell.Text(value),
    };
}
