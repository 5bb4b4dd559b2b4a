namespace LocalHost.Cli;

/// <summary>Where the program prints.</summary>
/// <param name="Output">Standard output: what was asked for.</param>
/// <param name="Errors">Standard error: logs and complaints.</param>
/// <param name="IsInteractive">A person looks at standard output, and lines can be redrawn.</param>
public sealed record Terminal(TextWriter Output, TextWriter Errors, bool IsInteractive);
