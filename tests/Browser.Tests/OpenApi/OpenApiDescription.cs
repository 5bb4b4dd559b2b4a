using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Browser.Tests.OpenApi;

/// <summary>The served description, made ready to check answers with.</summary>
internal sealed class OpenApiDescription(JsonObject document)
{
    private const string SchemaPrefix = "#/components/schemas/";

    public JsonObject Document => document;

    public JsonObject Paths => document["paths"]!.AsObject();

    public static OpenApiDescription Parse(string json) => new(JsonNode.Parse(json)!.AsObject());

    /// <summary>The operations by method and path.</summary>
    public IEnumerable<(string Method, string Path, JsonObject Operation)> Operations =>
        from path in Paths
        from operation in path.Value!.AsObject()
        select (operation.Key, path.Key, operation.Value!.AsObject());

    /// <summary>What is wrong with an answer; members that the description does not know count as wrong.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(string schema, string json)
    {
        var strict = await StrictAsync(new JsonObject { ["$ref"] = SchemaPrefix + schema });
        return [.. strict.Validate(json).Select(error => $"{error.Path}: {error.Kind}")];
    }

    /// <summary>What is wrong with the examples, by the pointer of each.</summary>
    public async Task<IReadOnlyList<string>> ValidateExamplesAsync()
    {
        var wrong = new List<string>();
        foreach (var media in Find(document, node => node.ContainsKey("schema") && node.ContainsKey("example")))
        {
            var schema = await StrictAsync(media["schema"]!.DeepClone().AsObject());
            wrong.AddRange(schema.Validate(media["example"]!.ToJsonString()).Select(error => $"{media.GetPath()}: {error.Path} {error.Kind}"));
        }

        return wrong;
    }

    /// <summary>References that lead nowhere.</summary>
    public IEnumerable<string> DeadReferences() => Find(document, node => node.ContainsKey("$ref"))
        .Select(node => node["$ref"]!.GetValue<string>())
        .Where(reference => Follow(reference) is null);

    private JsonNode? Follow(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (node, part) => node?[part]);

    // The validator speaks an older JSON Schema, in which shared schemas lie under "definitions".
    private async Task<JsonSchema> StrictAsync(JsonObject root)
    {
        var definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var schema in definitions.Select(pair => pair.Value!.AsObject()).Where(schema => schema.ContainsKey("properties")))
        {
            schema["additionalProperties"] = false;
        }

        root["definitions"] = definitions;
        var text = root.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return await JsonSchema.FromJsonAsync(text.Replace(SchemaPrefix, "#/definitions/", StringComparison.Ordinal));
    }

    private static IEnumerable<JsonObject> Find(JsonNode? node, Func<JsonObject, bool> matches) => node switch
    {
        JsonObject found => (matches(found) ? [found] : Enumerable.Empty<JsonObject>()).Concat(found.SelectMany(pair => Find(pair.Value, matches))),
        JsonArray list => list.SelectMany(item => Find(item, matches)),
        _ => [],
    };
}
