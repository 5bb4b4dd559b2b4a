namespace LocalHost.Durable.Replay;

/// <summary>How an orchestrator wants to start over.</summary>
/// <param name="Input">The serialised input of the next execution.</param>
/// <param name="Version">Its version.</param>
/// <param name="PreserveUnprocessedEvents">Whether unclaimed events go on to it.</param>
internal sealed record ContinuedAsNew(string? Input, string Version, bool PreserveUnprocessedEvents);
