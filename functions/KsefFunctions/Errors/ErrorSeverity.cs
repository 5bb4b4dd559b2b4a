namespace KsefFunctions.Errors;

/// <summary>How grave it is for the invoice.</summary>
public enum ErrorSeverity
{
    /// <summary>The invoice, or the file, stops here.</summary>
    Error,

    /// <summary>The invoice goes out all the same, and somebody should look at it.</summary>
    Warning,

    /// <summary>Nothing is wrong.</summary>
    Note,
}
