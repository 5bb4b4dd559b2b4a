using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Hosting;

/// <summary>What the run keeps of itself.</summary>
[JsonSerializable(typeof(SimulatorSecrets))]
[JsonSerializable(typeof(ClockOffset))]
internal sealed partial class StateJson : JsonSerializerContext
{
    public static StateJson Types { get; } = new(JsonFormat.Options());
}
