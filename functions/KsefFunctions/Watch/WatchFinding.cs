using KsefFunctions.Errors;

namespace KsefFunctions.Watch;

/// <summary>Something that a person should know of and that no single file's flow could notice.</summary>
/// <param name="Code">Number in the catalogue, KSF-4xxx.</param>
/// <param name="Warning">True when nothing stands still because of it.</param>
/// <param name="Message">English sentence.</param>
/// <param name="MessagePl">Polish sentence.</param>
public sealed record WatchFinding(string Code, bool Warning, string Message, string MessagePl)
{
    /// <summary>Company that it concerns, where it is one.</summary>
    public string? ContextNip { get; init; }

    /// <summary>File in the ledger that it concerns, where it is one.</summary>
    public string? FileId { get; init; }

    /// <summary>A finding with the texts of the catalogue.</summary>
    public static WatchFinding Of(ErrorDefinition definition, params object?[] arguments)
    {
        var recorded = definition.Record(arguments);
        return new WatchFinding(recorded.Code, recorded.Warning, recorded.Message, recorded.MessagePl);
    }
}
