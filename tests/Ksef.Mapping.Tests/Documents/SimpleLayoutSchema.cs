using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ksef.Mapping.Json;

namespace Ksef.Mapping.Tests.Documents;

/// <summary>The JSON Schema of the simple layout, made of its fields.</summary>
internal static class SimpleLayoutSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var invoice = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = Invoice() };
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Simple layout of invoices: Polish or English names, one invoice, a list of them, or a member with the list",
            ["anyOf"] = new JsonArray(
                Reference("invoice"),
                new JsonObject { ["type"] = "array", ["items"] = Reference("invoice") },
                Wrapped("faktury"),
                Wrapped("invoices")),
            ["definitions"] = new JsonObject { ["invoice"] = invoice },
        };
        return schema.ToJsonString(Options).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static JsonObject Wrapped(string name) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray(name),
        ["properties"] = new JsonObject { [name] = new JsonObject { ["type"] = "array", ["items"] = Reference("invoice") } },
    };

    private static JsonObject Invoice()
    {
        var properties = new JsonObject { ["$schema"] = new JsonObject { ["type"] = "string" } };
        foreach (var field in SimpleFields.All)
        {
            Add(properties, field.Pl, field, field.MeaningPl);
            Add(properties, field.En, field, field.MeaningEn);
        }

        foreach (var (name, prefix, isPolish) in new[] { ("nabywca", "nabywca_", true), ("buyer", "buyer_", false), ("sprzedawca", "sprzedawca_", true), ("seller", "seller_", false) })
        {
            properties[name] = Object(SimpleFields.All.Where(field => field.Level == FieldLevel.Invoice && (isPolish ? field.Pl : field.En).StartsWith(prefix, StringComparison.Ordinal)), prefix, isPolish);
        }

        foreach (var list in JsonLayout.Lists)
        {
            var fields = SimpleFields.All.Where(field => field.Level == list.Level).ToList();
            properties[list.Pl] = new JsonObject { ["type"] = "array", ["items"] = Object(fields, list.PlPrefix, isPolish: true) };
            properties[list.En] = new JsonObject { ["type"] = "array", ["items"] = Object(fields, list.EnPrefix, isPolish: false) };
        }

        return properties;
    }

    private static JsonObject Object(IEnumerable<SimpleField> fields, string prefix, bool isPolish)
    {
        var properties = new JsonObject();
        foreach (var field in fields)
        {
            var name = isPolish ? field.Pl : field.En;
            Add(properties, name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name, field, isPolish ? field.MeaningPl : field.MeaningEn);
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static void Add(JsonObject properties, string name, SimpleField field, string meaning) =>
        properties[name] = new JsonObject { ["type"] = Types(field.Kind), ["description"] = $"{meaning} [{field.Element}]" };

    private static JsonArray Types(FieldKind kind) => kind switch
    {
        FieldKind.Amount or FieldKind.UnitPrice or FieldKind.Quantity or FieldKind.Percent or FieldKind.ExchangeRate or FieldKind.VatRate or FieldKind.Count or FieldKind.Nip
            => ["number", "string", "null"],
        FieldKind.Flag => ["boolean", "string", "null"],
        FieldKind.Code => ["string", "number", "null"],
        _ => ["string", "null"],
    };
}
