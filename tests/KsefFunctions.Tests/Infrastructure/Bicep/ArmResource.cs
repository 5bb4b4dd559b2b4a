using System.Text.Json;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>A resource as it goes to Azure Resource Manager.</summary>
internal sealed record ArmResource(JsonElement Json)
{
    public string Type => Json.GetProperty("type").GetString()!;

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The name with those of its parents before it, or the expression that makes it.</summary>
    public string FullName => Json.GetProperty("name").GetString()!;

    /// <summary>The name without those of its parents.</summary>
    public string Name => FullName[(FullName.LastIndexOf('/') + 1)..];

    /// <summary>A value below <c>properties</c>, by the names on the way; null when one is missing, or when the value is null.</summary>
    public JsonElement? Property(params string[] names) => Json.GetProperty("properties").Find(names);

    /// <summary>A value below <c>properties</c>: a text as it is, anything else as JSON.</summary>
    public string? Text(params string[] names) => Property(names)?.ToString();

    /// <summary>A list of texts below <c>properties</c>.</summary>
    public IReadOnlyList<string> Texts(params string[] names) => [.. Property(names)!.Value.EnumerateArray().Select(text => text.GetString()!)];
}
