namespace Ksef.Mapping.Epp;

/// <summary>A position in a record: its number and its name in the description of the format, shortened.</summary>
internal readonly record struct EppPosition(int Number, string Name);
