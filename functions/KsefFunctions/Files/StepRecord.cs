namespace KsefFunctions.Files;

/// <summary>One step of the flow, with its times.</summary>
public sealed record StepRecord(string Name, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);
