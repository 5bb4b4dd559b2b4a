using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KsefSimulator.Tests.Contract;

/// <summary>The Ministry's OpenAPI file, when it lies beside the repository, and checks of answers against it.</summary>
internal sealed class OpenApi
{
    private readonly JsonNode _document;

    private OpenApi(JsonNode document) => _document = document;

    /// <summary>The document, or null where it is not at hand.</summary>
    public static OpenApi? Load()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var file = Path.Combine(directory.FullName, "shared", "ksef", "open-api.json");
            if (File.Exists(file))
            {
                return new OpenApi(JsonNode.Parse(File.ReadAllText(file))!);
            }
        }

        return null;
    }

    /// <summary>All operations: method, path template, tag.</summary>
    public IEnumerable<(string Method, string Path, string Tag)> Operations() =>
        from path in _document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Key is "get" or "post" or "delete" or "put"
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!["tags"]?[0]?.GetValue<string>() ?? string.Empty);

    /// <summary>What is wrong with an answer, one line each.</summary>
    public IReadOnlyList<string> Violations(string method, string path, HttpStatusCode status, string? contentType, string body)
    {
        var template = Operations().Where(operation => operation.Method == method && Matches(operation.Path, path)).Select(operation => operation.Path).OrderBy(Braces).FirstOrDefault();
        if (template is null)
        {
            return [$"{method} {path} is not in the contract"];
        }

        var response = _document["paths"]![template]![method.ToLowerInvariant()]!["responses"]![((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)];
        if (response is null)
        {
            return [$"{method} {template} may not answer {(int)status}"];
        }

        if (response["content"] is not JsonObject content)
        {
            return body.Length == 0 ? [] : [$"{method} {template} {(int)status} has a body"];
        }

        var media = contentType?.Split(';')[0] ?? string.Empty;
        if (content[media]?["schema"] is not { } schema)
        {
            return [$"{method} {template} {(int)status} may not be {media}"];
        }

        var found = new List<string>();
        if (media.Contains("json", StringComparison.Ordinal))
        {
            Check(schema, JsonNode.Parse(body), $"{method} {template} {(int)status} $", found);
        }

        return found;
    }

    private static bool Matches(string template, string path) => Regex.IsMatch(path, "^" + Regex.Replace(template, @"\{[^}]+\}", "[^/]+") + "$");

    private static int Braces(string template) => template.Count(character => character == '{');

    private JsonNode Resolve(JsonNode schema)
    {
        while (schema["$ref"] is { } reference)
        {
            schema = _document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!;
        }

        return schema;
    }

    private void Check(JsonNode declared, JsonNode? value, string where, List<string> found)
    {
        var schema = Resolve(declared);
        if (value is null)
        {
            if (declared["nullable"]?.GetValue<bool>() != true && schema["nullable"]?.GetValue<bool>() != true)
            {
                found.Add($"{where} is null");
            }

            return;
        }

        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            Check(part!, value, where, found);
        }

        CheckValue(schema, value, where, found);
        if (schema["properties"] is JsonObject properties)
        {
            CheckObject(schema, properties, value, where, found);
        }

        if (schema["items"] is { } items && value is JsonArray array)
        {
            for (var index = 0; index < array.Count; index++)
            {
                Check(items, array[index], $"{where}[{index}]", found);
            }
        }
    }

    private void CheckObject(JsonNode schema, JsonObject properties, JsonNode value, string where, List<string> found)
    {
        if (value is not JsonObject members)
        {
            found.Add($"{where} is not an object");
            return;
        }

        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!members.ContainsKey(required!.GetValue<string>()))
            {
                found.Add($"{where}.{required} is missing");
            }
        }

        foreach (var (name, member) in members)
        {
            if (properties[name] is { } property)
            {
                Check(property, member, $"{where}.{name}", found);
            }
            else
            {
                found.Add($"{where}.{name} is not in the contract");
            }
        }
    }

    private static void CheckValue(JsonNode schema, JsonNode value, string where, List<string> found)
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
            found.Add($"{where} is {kind}, not {schema["type"]}");
            return;
        }

        if (kind == JsonValueKind.String)
        {
            CheckText(schema, value.GetValue<string>(), where, found);
        }
    }

    private static void CheckText(JsonNode schema, string text, string where, List<string> found)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(item => item!.GetValue<string>() == text))
        {
            found.Add($"{where} has the unknown value '{text}'");
        }

        if (schema["pattern"]?.GetValue<string>() is { } pattern && !Regex.IsMatch(text, pattern))
        {
            found.Add($"{where} '{text}' does not match {pattern}");
        }

        if (text.Length < (schema["minLength"]?.GetValue<int>() ?? 0) || text.Length > (schema["maxLength"]?.GetValue<int>() ?? int.MaxValue))
        {
            found.Add($"{where} '{text}' has the wrong length");
        }

        if (schema["format"]?.GetValue<string>() == "date-time" && !DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            found.Add($"{where} '{text}' is not a date-time");
        }
    }
}
