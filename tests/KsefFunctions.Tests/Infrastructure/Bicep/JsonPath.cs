using System.Text.Json;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>Ways into JSON.</summary>
internal static class JsonPath
{
    /// <summary>The value at the end of the names; null when one of them is missing, or when the value is null.</summary>
    public static JsonElement? Find(this JsonElement element, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.Null ? null : element;
    }

    /// <summary>The names of all properties, at any depth.</summary>
    public static IEnumerable<string> Names(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Value.Names().Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
