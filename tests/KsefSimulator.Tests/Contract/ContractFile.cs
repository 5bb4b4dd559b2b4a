using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KsefSimulator.Tests.Contract;

/// <summary>
/// The contract in two forms: the Ministry's OpenAPI file, which lies beside some checkouts (<c>shared/ksef/open-api.json</c>), and a committed
/// digest of it, which holds all that the checks read: operations, schemas, limits, and the tables of codes out of the prose. The checks read the
/// digest, so that they mean the same everywhere; where the file is at hand, the digest is held against it.
/// </summary>
internal static partial class ContractFile
{
    private static readonly string[] SchemaMembers =
    [
        "$ref", "type", "format", "nullable", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "required",
    ];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string DigestPath { get; } = Path.Combine(AppContext.BaseDirectory, "Contract", "ksef-api-2.6.json");

    /// <summary>The Ministry's file, or null where it is not at hand.</summary>
    public static FileInfo? FindOriginal()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var file = new FileInfo(Path.Combine(directory.FullName, "shared", "ksef", "open-api.json"));
            if (file.Exists)
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>What the checks read of the Ministry's file, one operation or schema a line.</summary>
    public static string Digest(JsonNode original)
    {
        var text = new StringBuilder("{\n\"paths\": {\n");
        var paths = original["paths"]!.AsObject().Select(path =>
            $"{Quoted(path.Key)}: {{\n" + string.Join(",\n", path.Value!.AsObject().Select(operation => $"{Quoted(operation.Key)}: {Operation(operation.Value!).ToJsonString(Plain)}")) + "\n}");
        text.AppendJoin(",\n", paths).Append("\n},\n\"components\": { \"schemas\": {\n");
        var schemas = original["components"]!["schemas"]!.AsObject().Select(schema => $"{Quoted(schema.Key)}: {Schema(schema.Value!).ToJsonString(Plain)}");
        return text.AppendJoin(",\n", schemas).Append("\n} }\n}\n").ToString();
    }

    private static JsonObject Operation(JsonNode operation)
    {
        var digest = Chosen(operation, ["tags", "x-rate-limits", "x-required-permissions"]);
        if (operation["parameters"] is JsonArray parameters)
        {
            digest["parameters"] = new JsonArray(parameters.Select(parameter => (JsonNode)With(Chosen(parameter!, ["name", "in", "required"]), "schema", Schema(parameter!["schema"]!))).ToArray());
        }

        if (operation["requestBody"] is { } body)
        {
            digest["requestBody"] = Content(body);
        }

        digest["responses"] = new JsonObject(operation["responses"]!.AsObject().Select(response => KeyValuePair.Create(response.Key, (JsonNode?)Content(response.Value!))));
        if (Table(operation["responses"]!["400"]?["description"]) is { Count: > 0 } refusals)
        {
            digest["x-refusals"] = refusals;
        }

        return digest;
    }

    private static JsonObject Content(JsonNode holder) => holder["content"] is JsonObject content
        ? new JsonObject { ["content"] = new JsonObject(content.Select(media => KeyValuePair.Create(media.Key, (JsonNode?)With([], "schema", Schema(media.Value!["schema"] ?? new JsonObject()))))) }
        : [];

    private static JsonObject Schema(JsonNode schema)
    {
        var digest = Chosen(schema, SchemaMembers);
        if (schema["items"] is { } items)
        {
            digest["items"] = Schema(items);
        }

        if (schema["allOf"] is JsonArray parts)
        {
            digest["allOf"] = new JsonArray(parts.Select(part => (JsonNode)Schema(part!)).ToArray());
        }

        if (schema["properties"] is JsonObject properties)
        {
            digest["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)Schema(property.Value!))));
        }

        if (Table(schema["description"]) is { Count: > 0 } statuses)
        {
            digest["x-statuses"] = statuses;
        }

        return digest;
    }

    // | code | description | details |, as the Ministry writes codes into its descriptions.
    private static JsonArray Table(JsonNode? prose) => new(
        Row().Matches(prose?.GetValue<string>() ?? string.Empty)
            .Select(row => (JsonNode)new JsonArray(int.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), row.Groups[2].Value.Trim(), row.Groups[3].Value.Trim()))
            .ToArray());

    private static JsonObject Chosen(JsonNode from, IEnumerable<string> names) =>
        new(names.Where(name => from[name] is not null).Select(name => KeyValuePair.Create(name, (JsonNode?)from[name]!.DeepClone())));

    private static JsonObject With(JsonObject target, string name, JsonNode value)
    {
        target[name] = value;
        return target;
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);

    [GeneratedRegex(@"^\|\s*(\d{3,5})\s*\|([^|\n]*)\|([^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
