namespace KsefFunctions.Files;

/// <summary>How far the flow of the current attempt has come: the last step that was entered, who is in it, and what it gave.</summary>
public sealed record FlowPosition
{
    /// <summary>Steps of an attempt are counted from 1 in the order in which its orchestration calls them.</summary>
    public required int Place { get; init; }

    /// <summary>The run that is in the step, where a step lets in one at a time; null when nobody is.</summary>
    public string? Runner { get; init; }

    /// <summary>Until when the runner is believed to be alive, unless it says so again.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What the step gave, in JSON, for a run that comes again; null until it is done.</summary>
    public string? Result { get; init; }
}
