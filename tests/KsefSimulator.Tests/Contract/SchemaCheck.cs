using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KsefSimulator.Tests.Contract;

/// <summary>Holds one JSON document against a schema of the contract.</summary>
internal sealed class SchemaCheck(JsonNode contract)
{
    private readonly List<string> _found = [];

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>The schema behind references.</summary>
    public static JsonNode Resolve(JsonNode contract, JsonNode schema)
    {
        while (schema["$ref"] is { } reference)
        {
            schema = contract["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!;
        }

        return schema;
    }

    public SchemaCheck Check(JsonNode declared, JsonNode? value, string where)
    {
        var schema = Resolve(contract, declared);
        if (value is null)
        {
            if (declared["nullable"]?.GetValue<bool>() != true && schema["nullable"]?.GetValue<bool>() != true)
            {
                _found.Add($"{where} is null");
            }

            return this;
        }

        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            Check(part!, value, where);
        }

        CheckValue(schema, value, where);
        CheckStatus(schema, value, where);
        if (schema["properties"] is JsonObject properties)
        {
            CheckObject(schema, properties, value, where);
        }

        CheckRequired(schema, value, where);
        if (schema["items"] is { } items && value is JsonArray array)
        {
            for (var index = 0; index < array.Count; index++)
            {
                Check(items, array[index], $"{where}[{index}]");
            }
        }

        return this;
    }

    private void CheckObject(JsonNode schema, JsonObject properties, JsonNode value, string where)
    {
        if (value is not JsonObject members)
        {
            _found.Add($"{where} is not an object");
            return;
        }

        foreach (var (name, member) in members)
        {
            if (properties[name] is { } property)
            {
                Check(property, member, $"{where}.{name}");
            }
            else
            {
                _found.Add($"{where}.{name} is not in the contract");
            }
        }
    }

    private void CheckRequired(JsonNode schema, JsonNode value, string where) => _found.AddRange(
        (schema["required"]?.AsArray() ?? [])
            .Select(required => required!.GetValue<string>())
            .Where(required => value is JsonObject members && !members.ContainsKey(required))
            .Select(required => $"{where}.{required} is missing"));

    private void CheckValue(JsonNode schema, JsonNode value, string where)
    {
        var kind = value.GetValueKind();
        var fits = schema["type"]?.GetValue<string>() switch
        {
            "string" => kind == JsonValueKind.String,
            "integer" or "number" => kind == JsonValueKind.Number,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "array" => kind == JsonValueKind.Array,
            "object" => kind == JsonValueKind.Object,
            _ => true,
        };
        if (!fits)
        {
            _found.Add($"{where} is {kind}, not {schema["type"]}");
        }
        else if (kind == JsonValueKind.String)
        {
            CheckText(schema, value.GetValue<string>(), where);
        }
        else if (kind == JsonValueKind.Number && OutOfRange(schema, value.GetValue<decimal>()))
        {
            _found.Add($"{where} {value} is out of range");
        }
    }

    private static bool OutOfRange(JsonNode schema, decimal value) => value < (schema["minimum"]?.GetValue<decimal>() ?? value) || value > (schema["maximum"]?.GetValue<decimal>() ?? value);

    private void CheckText(JsonNode schema, string text, string where)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(item => item!.GetValue<string>() == text))
        {
            _found.Add($"{where} has the unknown value '{text}'");
        }

        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern))
        {
            _found.Add($"{where} '{text}' does not match {pattern}");
        }

        if (text.Length < (schema["minLength"]?.GetValue<int>() ?? 0) || text.Length > (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue))
        {
            _found.Add($"{where} '{text}' has the wrong length");
        }

        if (schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _))
        {
            _found.Add($"{where} '{text}' is not a date-time");
        }
    }

    private void CheckStatus(JsonNode schema, JsonNode value, string where)
    {
        if (schema["x-statuses"] is JsonArray statuses && value is JsonObject { } status && status["code"] is { } code
            && !CodeTable.Has(statuses, code.GetValue<int>(), status["description"]?.GetValue<string>(), status["details"]?.AsArray().FirstOrDefault()?.GetValue<string>()))
        {
            _found.Add($"{where} is not in the table of statuses: {status.ToJsonString()}");
        }
    }
}
