using System.Text.Json;
using YamlDotNet.Serialization;

namespace KsefFunctions.Tests.Infrastructure;

/// <summary>A YAML file of the repository, read as JSON: plain scalars get the type that they look like.</summary>
internal static class YamlFile
{
    public static JsonElement Read(string path)
    {
        var value = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(Repository.Read(path));
        return JsonDocument.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(value)).RootElement;
    }
}
