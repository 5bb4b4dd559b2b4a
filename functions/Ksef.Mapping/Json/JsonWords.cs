using System.Text.Json;
using Ksef.Invoices;

namespace Ksef.Mapping.Json;

/// <summary>Names of the kinds of JSON values.</summary>
internal static class JsonWords
{
    public static Words Of(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => new("lista", "a list"),
        JsonValueKind.Object => new("obiekt", "an object"),
        JsonValueKind.True or JsonValueKind.False => new("tak lub nie", "true or false"),
        _ => new("wartość", "a value"),
    };
}
