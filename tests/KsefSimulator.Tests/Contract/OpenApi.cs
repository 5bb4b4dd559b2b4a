using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace KsefSimulator.Tests.Contract;

/// <summary>One operation of the contract.</summary>
internal sealed record Operation(string Method, string Path, JsonNode Declared)
{
    private static readonly string[] Covered =
    [
        "Uzyskiwanie dostępu", "Aktywne sesje", "Wysyłka interaktywna", "Wysyłka wsadowa", "Status wysyłki i UPO", "Certyfikaty",
        "Certyfikaty klucza publicznego", "Tokeny KSeF", "Limity i ograniczenia", "Dane testowe", "Pobieranie faktur",
    ];

    /// <summary>Whether it stands under a tag that the simulator covers whole; of the others it has some.</summary>
    public bool IsCovered => Covered.Contains(Declared["tags"]![0]!.GetValue<string>());

    /// <summary>A path that fits the template and points at nothing.</summary>
    public string SamplePath => Regex.Replace(Path.TrimStart('/'), @"\{[^}]+\}", "20260101-XX-0000000000-0000000000-00");

    public JsonNode? RequestSchema => Declared["requestBody"]?["content"]?["application/json"]?["schema"];

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>The contract, and checks of requests and answers against it.</summary>
internal sealed class OpenApi
{
    private readonly List<Operation> _operations;

    public OpenApi()
    {
        Document = JsonNode.Parse(File.ReadAllText(ContractFile.DigestPath))!;
        _operations =
        [
            .. from path in Document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new Operation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!),
        ];
    }

    public JsonNode Document { get; }

    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>The operation that a request is for, or null.</summary>
    public Operation? Find(string method, string path) => _operations
        .Where(operation => operation.Method == method && Regex.IsMatch(path, "^" + Regex.Replace(operation.Path, @"\{[^}]+\}", "[^/]+") + "$"))
        .MinBy(operation => operation.Path.Count(character => character == '{'));

    /// <summary>What is wrong with a request that was carried out and with any answer, one line each.</summary>
    public IReadOnlyList<string> Violations(Exchange exchange)
    {
        if (Find(exchange.Method, exchange.Path) is not { } operation)
        {
            return [$"{exchange.Method} {exchange.Path} is not in the contract"];
        }

        return [.. (int)exchange.Status < 300 ? RequestViolations(operation, exchange) : [], .. AnswerViolations(operation, exchange)];
    }

    private IReadOnlyList<string> RequestViolations(Operation operation, Exchange exchange)
    {
        var check = new SchemaCheck(Document);
        if (operation.RequestSchema is { } schema && !string.IsNullOrEmpty(exchange.RequestBody))
        {
            check.Check(schema, JsonNode.Parse(exchange.RequestBody), $"{operation} request $");
        }

        var known = (operation.Declared["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == "query").ToDictionary(parameter => parameter!["name"]!.GetValue<string>());
        var strange = exchange.Query.Keys.Where(name => !known.ContainsKey(name)).Select(name => $"{operation} has no parameter {name}");
        var missing = known.Where(parameter => parameter.Value!["required"]?.GetValue<bool>() == true && !exchange.Query.ContainsKey(parameter.Key)).Select(parameter => $"{operation} needs the parameter {parameter.Key}");
        foreach (var (name, value) in exchange.Query.Where(pair => known.ContainsKey(pair.Key)))
        {
            var schema2 = known[name]!["schema"]!;
            check.Check(schema2, QueryValue(schema2, value), $"{operation}?{name}");
        }

        return [.. check.Found, .. strange, .. missing];
    }

    private JsonNode? QueryValue(JsonNode declared, string value)
    {
        var schema = SchemaCheck.Resolve(Document, declared);
        return schema["type"]?.GetValue<string>() switch
        {
            "integer" => JsonNode.Parse(value),
            "boolean" => JsonValue.Create(bool.Parse(value)),
            "array" => new JsonArray(value),
            _ => value,
        };
    }

    private IReadOnlyList<string> AnswerViolations(Operation operation, Exchange exchange)
    {
        var status = ((int)exchange.Status).ToString(CultureInfo.InvariantCulture);
        if (operation.Declared["responses"]![status] is not { } response)
        {
            return [$"{operation} may not answer {status}: {exchange.Body}"];
        }

        if (response["content"] is not JsonObject content)
        {
            return exchange.Body.Length == 0 ? [] : [$"{operation} {status} has a body"];
        }

        if (content[exchange.ContentType]?["schema"] is not { } schema)
        {
            return [$"{operation} {status} may not be '{exchange.ContentType}'"];
        }

        if (!exchange.ContentType.Contains("json", StringComparison.Ordinal))
        {
            return [];
        }

        var body = JsonNode.Parse(exchange.Body)!;
        return [.. new SchemaCheck(Document).Check(schema, body, $"{operation} {status} $").Found, .. RefusalViolations(operation, body)];
    }

    // Both shapes of 400: problem details and the legacy one.
    private static IEnumerable<string> RefusalViolations(Operation operation, JsonNode body)
    {
        if (operation.Declared["x-refusals"] is not JsonArray rows || body is not JsonObject)
        {
            return [];
        }

        var modern = (body["errors"]?.AsArray() ?? []).Select(error => (error!["code"], error["description"], error["details"]));
        var legacy = (body["exception"]?["exceptionDetailList"]?.AsArray() ?? []).Select(error => (error!["exceptionCode"], error["exceptionDescription"], error["details"]));
        return modern.Concat(legacy)
            .Where(error => !CodeTable.Has(rows, error.Item1!.GetValue<int>(), error.Item2?.GetValue<string>(), error.Item3?.AsArray().FirstOrDefault()?.GetValue<string>()))
            .Select(error => $"{operation} may not refuse with {error.Item1} '{error.Item2}' {error.Item3?.ToJsonString()}");
    }
}

/// <summary>A request and its answer. <paramref name="Path"/> is without the base path; bodies are empty where they are not text.</summary>
internal sealed record Exchange(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, string? RequestBody, HttpStatusCode Status, string ContentType, string Body);
