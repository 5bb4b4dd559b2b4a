namespace KsefFunctions.Errors;

/// <summary>What the flow does about an error.</summary>
public enum ErrorKind
{
    /// <summary>The sender of the file must change something: a result file, a row for finance, no dead letter.</summary>
    Business,

    /// <summary>Told, and the invoice goes out all the same.</summary>
    Warning,

    /// <summary>Told for completeness: nothing is wrong and nobody need do anything.</summary>
    Note,

    /// <summary>Goes away by itself: tried again for days before a person is asked.</summary>
    Transient,

    /// <summary>A person of operations must look: dead letter.</summary>
    Technical,
}
