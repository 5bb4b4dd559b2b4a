namespace Ksef.Mapping.Epp;

/// <summary>A line that says something, and what it is.</summary>
internal readonly record struct EppToken(EppTokenKind Kind, EppLine Line);
