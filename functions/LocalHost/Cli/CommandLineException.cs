namespace LocalHost.Cli;

/// <summary>The arguments make no sense; the message tells the user what to change.</summary>
public sealed class CommandLineException(string message) : Exception(message);
