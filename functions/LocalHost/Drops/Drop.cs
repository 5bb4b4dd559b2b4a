namespace LocalHost.Drops;

/// <summary>One file to put into the inbox.</summary>
/// <param name="Name">What the user calls it.</param>
/// <param name="Open">Opens its bytes, each time from their start.</param>
public sealed record Drop(string Name, Func<Stream> Open);
