using System.Text;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>Writes a CSV as Polish programs do: semicolons, decimal commas, dates with points, Polish headings.</summary>
internal static class CsvOf
{
    public static byte[] Write(SimpleData data)
    {
        var rows = data.TableRows().ToList();
        var columns = SimpleFields.All.Where(field => rows.Exists(row => row.ContainsKey(field))).ToList();
        var text = new StringBuilder().AppendJoin(';', columns.Select(column => column.Pl)).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(';', columns.Select(column => row.TryGetValue(column, out var value) ? Quoted(Text(column, value)) : string.Empty)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Text(SimpleField field, string value) => field.Kind switch
    {
        FieldKind.Flag => value == "true" ? "tak" : "nie",
        FieldKind.Date => $"{value[8..]}.{value[5..7]}.{value[..4]}",
        FieldKind.Amount or FieldKind.UnitPrice or FieldKind.Quantity or FieldKind.ExchangeRate or FieldKind.Percent => Number(value),
        _ => value,
    };

    /// <summary>Three decimals could be thousands: a fourth one says that they are not.</summary>
    private static string Number(string value) => (value.Length > 4 && value[^4] == '.' ? value + "0" : value).Replace('.', ',');

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(';', '"') < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
