namespace Ksef.Mapping;

/// <summary>The sign before the decimals of a file's numbers.</summary>
public enum DecimalSign
{
    /// <summary>Told number by number; one that can be read in two ways is an error.</summary>
    Either,

    /// <summary>A comma; a point separates thousands.</summary>
    Comma,

    /// <summary>A point; a comma separates thousands.</summary>
    Point,
}
