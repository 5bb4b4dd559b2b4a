namespace Ksef.Mapping;

/// <summary>What a format gave for a value.</summary>
public enum DataValueType
{
    /// <summary>Text, to be read by the rules of its field.</summary>
    Text,

    /// <summary>A number: the format itself says so, in a way that can be read in one manner only.</summary>
    Number,

    /// <summary>A date, likewise.</summary>
    Date,

    /// <summary>Yes or no, likewise.</summary>
    Flag,

    /// <summary>A value that the format marks as none, such as an error cell of a workbook. It is never taken for empty.</summary>
    Error,
}
