namespace LocalHost.Cli;

/// <summary>A file to drop, and the name it gets in the inbox: its path below the folder or glob it was found by.</summary>
public sealed record SelectedFile(string FullPath, string Name);
