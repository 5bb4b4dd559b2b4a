using System.Text;
using System.Text.Json.Nodes;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>Writes the simple JSON with its lists and groups: numbers as numbers, flags as true and false.</summary>
internal static class JsonOf
{
    private static readonly Dictionary<FieldLevel, (string List, string Prefix)> Lists = new()
    {
        [FieldLevel.Line] = ("pozycje", "pozycja_"),
        [FieldLevel.Original] = ("korygowane", "korygowana_"),
        [FieldLevel.Advance] = ("zaliczki", "zaliczka_"),
        [FieldLevel.Party] = ("podmioty", "podmiot_"),
        [FieldLevel.PartialPayment] = ("wplaty", "wplata_"),
        [FieldLevel.Charge] = ("obciazenia", "obciazenie_"),
        [FieldLevel.Deduction] = ("odliczenia", "odliczenie_"),
        [FieldLevel.Note] = ("opisy", "opis_"),
    };

    public static byte[] Write(SimpleData data) => Encoding.UTF8.GetBytes(Invoice(data).ToJsonString());

    public static JsonObject Invoice(SimpleData data)
    {
        var invoice = new JsonObject();
        foreach (var (field, value) in data.Head)
        {
            var group = Array.Find(["nabywca", "sprzedawca"], name => field.Pl.StartsWith(name + "_", StringComparison.Ordinal));
            (group is null ? invoice : Group(invoice, group))[group is null ? field.Pl : field.Pl[(group.Length + 1)..]] = Value(field, value);
        }

        foreach (var level in data.Rows.GroupBy(row => row.Level))
        {
            var (list, prefix) = Lists[level.Key];
            invoice[list] = new JsonArray([.. level.Select(row => Row(row.Values, prefix))]);
        }

        return invoice;
    }

    private static JsonObject Group(JsonObject invoice, string name) => (JsonObject)(invoice[name] ??= new JsonObject());

    private static JsonObject Row(Dictionary<SimpleField, string> values, string prefix)
    {
        var row = new JsonObject();
        foreach (var (field, value) in values)
        {
            row[field.Pl.StartsWith(prefix, StringComparison.Ordinal) ? field.Pl[prefix.Length..] : field.Pl] = Value(field, value);
        }

        return row;
    }

    private static JsonNode Value(SimpleField field, string value) => field.Kind switch
    {
        FieldKind.Flag => JsonValue.Create(value == "true"),
        FieldKind.Amount or FieldKind.UnitPrice or FieldKind.Quantity or FieldKind.ExchangeRate or FieldKind.Percent or FieldKind.Count => JsonNode.Parse(value)!,
        _ => JsonValue.Create(value),
    };
}
