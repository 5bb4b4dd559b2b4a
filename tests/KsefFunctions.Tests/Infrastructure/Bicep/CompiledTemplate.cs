using System.Text.Json;

namespace KsefFunctions.Tests.Infrastructure.Bicep;

/// <summary>One template as the compiler translated it: names and values may still be expressions.</summary>
internal sealed record CompiledTemplate(JsonElement Json)
{
    public IReadOnlyDictionary<string, JsonElement> Parameters => Json.GetProperty("parameters").EnumerateObject().ToDictionary(one => one.Name, one => one.Value);

    public IEnumerable<string> Outputs => Json.GetProperty("outputs").EnumerateObject().Select(one => one.Name);

    public IEnumerable<ArmResource> Resources => Json.GetProperty("resources").EnumerateArray().Select(resource => new ArmResource(resource));
}
