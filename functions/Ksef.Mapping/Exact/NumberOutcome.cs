namespace Ksef.Mapping.Exact;

/// <summary>Whether a text is a number.</summary>
internal enum NumberOutcome
{
    /// <summary>It is none.</summary>
    NoNumber,

    /// <summary>It is one, and has one reading.</summary>
    One,

    /// <summary>It has two readings, such as <c>1.234</c>.</summary>
    Two,
}
