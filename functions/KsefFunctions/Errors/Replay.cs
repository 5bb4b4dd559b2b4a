using System.Text.Json.Serialization;

namespace KsefFunctions.Errors;

/// <summary>Whether the same bytes, replayed or dropped again, can end better. No replay does harm: what has a KSeF number is never sent again.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Replay>))]
public enum Replay
{
    /// <summary>The same bytes end the same: the file must change.</summary>
    Useless,

    /// <summary>Once the cause is gone.</summary>
    OnceMended,

    /// <summary>The app goes on by itself, or nothing was held back.</summary>
    NotNeeded,
}
