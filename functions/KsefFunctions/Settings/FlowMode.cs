using System.Text.Json.Serialization;

namespace KsefFunctions.Settings;

/// <summary>How far a file goes by itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FlowMode>))]
public enum FlowMode
{
    /// <summary>All the way.</summary>
    Automatic,

    /// <summary>Checked and reported; nothing is sent.</summary>
    DryRun,

    /// <summary>Checked, then waits for a person.</summary>
    Approval,
}
