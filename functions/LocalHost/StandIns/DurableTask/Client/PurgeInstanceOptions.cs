namespace Microsoft.DurableTask.Client;

/// <summary>How an instance is purged.</summary>
/// <param name="Recursive">Whether its sub-orchestrations go as well.</param>
public record PurgeInstanceOptions(bool Recursive = false);
