namespace LocalHost.Tests.Architecture.Samples.Lower;

/// <summary>Needed by both halves of the circle, and needs neither.</summary>
internal sealed record Word(string Text);
