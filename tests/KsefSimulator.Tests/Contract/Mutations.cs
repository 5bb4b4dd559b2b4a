using System.Text.Json.Nodes;

namespace KsefSimulator.Tests.Contract;

/// <summary>Makes requests wrong, one thing at a time.</summary>
internal static class Mutations
{
    private const string Nonsense = "nie ma takiej wartości";

    /// <summary>Every way to break a valid body: a required member left out, a value of another type, outside its list, pattern, length or range.</summary>
    public static IEnumerable<(string What, JsonNode Body)> Of(JsonNode contract, JsonNode schema, JsonNode body) =>
        Members(contract, schema, body, "$").SelectMany(member => Variants(contract, member).Select(variant => ($"{member.Path} {variant.What}", Changed(body, member.Path, variant.Value))));

    /// <summary>Values that a query parameter with this schema may not have.</summary>
    public static IEnumerable<string> BadValues(JsonNode contract, JsonNode declared)
    {
        var schema = Flat(contract, declared);
        if (schema["items"] is { } items)
        {
            return BadValues(contract, items);
        }

        return schema["type"]?.GetValue<string>() switch
        {
            "integer" => ["abc", .. schema["minimum"] is { } minimum ? [(minimum.GetValue<int>() - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)] : Array.Empty<string>(), .. schema["maximum"] is { } maximum ? [(maximum.GetValue<int>() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)] : Array.Empty<string>()],
            "boolean" => ["maybe"],
            "string" when schema["enum"] is not null || schema["format"]?.GetValue<string>() == "date-time" => [Nonsense],
            "string" when schema["minLength"] is { } length => [new string('x', length.GetValue<int>() - 1)],
            _ => [],
        };
    }

    private static IEnumerable<Member> Members(JsonNode contract, JsonNode declared, JsonNode? value, string path)
    {
        var schema = Flat(contract, declared);
        if (value is JsonArray { Count: > 0 } array && schema["items"] is { } items)
        {
            foreach (var member in Members(contract, items, array[0], $"{path}[0]"))
            {
                yield return member;
            }
        }

        if (value is not JsonObject members || schema["properties"] is not JsonObject properties)
        {
            yield break;
        }

        var required = (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        foreach (var (name, property) in properties.Where(property => members.ContainsKey(property.Key)))
        {
            yield return new Member($"{path}.{name}", property!, required.Contains(name));
            foreach (var member in Members(contract, property!, members[name], $"{path}.{name}"))
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<(string What, JsonNode? Value)> Variants(JsonNode contract, Member member)
    {
        var schema = Flat(contract, member.Schema);
        if (member.IsRequired)
        {
            yield return ("removed", null);
        }

        switch (schema["type"]?.GetValue<string>())
        {
            case "string":
                yield return ("as an object", new JsonObject { ["a"] = 1 });
                if (schema["enum"] is not null || schema["pattern"] is not null || schema["format"]?.GetValue<string>() is "date-time" or "date" or "byte")
                {
                    yield return ("as nonsense", Nonsense + "!");
                }

                if (schema["maxLength"]?.GetValue<int>() is { } maximum)
                {
                    yield return ("too long", new string('x', maximum + 1));
                }

                break;
            case "integer" or "number":
                yield return ("as text", Nonsense);
                if (schema["minimum"]?.GetValue<long>() is { } minimum)
                {
                    yield return ("too small", minimum - 1);
                }

                break;
            case "boolean":
                yield return ("as text", Nonsense);
                break;
            case "array" or "object":
                yield return ("as text", Nonsense);
                break;
        }
    }

    private static JsonNode Changed(JsonNode body, string path, JsonNode? value)
    {
        var copy = body.DeepClone();
        var steps = path[2..].Split('.', '[').Select(step => step.TrimEnd(']')).ToList();
        var target = copy;
        foreach (var step in steps[..^1])
        {
            target = target is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : target[step]!;
        }

        if (value is null)
        {
            target.AsObject().Remove(steps[^1]);
        }
        else
        {
            target[steps[^1]] = value.DeepClone();
        }

        return copy;
    }

    // References and allOf put into one schema.
    private static JsonObject Flat(JsonNode contract, JsonNode declared)
    {
        var schema = (JsonObject)SchemaCheck.Resolve(contract, declared).DeepClone();
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            foreach (var (name, member) in Flat(contract, part!))
            {
                schema.TryAdd(name, member?.DeepClone());
            }
        }

        return schema;
    }

    private sealed record Member(string Path, JsonNode Schema, bool IsRequired);
}
