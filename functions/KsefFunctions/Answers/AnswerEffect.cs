namespace KsefFunctions.Answers;

/// <summary>What the app does about an answer of KSeF.</summary>
public enum AnswerEffect
{
    /// <summary>Not decided yet: KSeF is asked again, with growing waits.</summary>
    Waits,

    /// <summary>As it should be: the flow goes on.</summary>
    GoesOn,

    /// <summary>Nothing is wrong with the invoice: what is not settled goes into a new session.</summary>
    NewSession,

    /// <summary>The call, or the signing in, is made again.</summary>
    Repeats,

    /// <summary>A duplicate: hashes decide whether KSeF holds this very invoice or another.</summary>
    Compares,

    /// <summary>Ends with the error.</summary>
    Ends,
}
