using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>Another content that was dropped under the same name, and where its own result is.</summary>
public sealed record EarlierResult
{
    /// <summary>SHA-256 of that content, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required FileOutcome Outcome { get; init; }

    /// <summary>Name of its result in the outbox.</summary>
    public required string Result { get; init; }
}
