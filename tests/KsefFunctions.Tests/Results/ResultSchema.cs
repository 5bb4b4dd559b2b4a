using System.Text.Json.Nodes;
using KsefFunctions.Tests.Infrastructure;
using NJsonSchema;

namespace KsefFunctions.Tests.Results;

/// <summary>The published schema of the result file, made ready to check results with.</summary>
internal sealed class ResultSchema
{
    private readonly JsonObject _document = JsonNode.Parse(Repository.Read("docs/result.schema.json"))!.AsObject();

    /// <summary>Version of JSON Schema that it is written in.</summary>
    public string Dialect => _document["$schema"]!.GetValue<string>();

    /// <summary>The schemas of objects by name; that of the result file itself is called <c>file</c>.</summary>
    public IReadOnlyDictionary<string, JsonObject> Objects =>
        _document["$defs"]!.AsObject().Append(KeyValuePair.Create<string, JsonNode?>("file", _document)).ToDictionary(pair => pair.Key, pair => pair.Value!.AsObject());

    /// <summary>What is wrong with a result; members that the schema does not know count as wrong.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(string json) =>
        [.. (await StrictAsync()).Validate(json).Select(error => $"{error.Path}: {error.Kind}")];

    // Readers must bear unknown members, so the published schema allows them. The validator speaks an older JSON Schema, which says "definitions".
    private async Task<JsonSchema> StrictAsync()
    {
        var strict = new JsonObject(_document.Where(pair => !pair.Key.StartsWith('$')).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
        {
            ["definitions"] = _document["$defs"]!.DeepClone(),
        };
        foreach (var schema in strict["definitions"]!.AsObject().Select(pair => pair.Value!.AsObject()).Append(strict))
        {
            schema["additionalProperties"] = false;
        }

        return await JsonSchema.FromJsonAsync(strict.ToJsonString().Replace("#/$defs/", "#/definitions/", StringComparison.Ordinal));
    }
}
