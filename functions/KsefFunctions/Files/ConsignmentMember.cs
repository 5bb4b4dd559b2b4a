namespace KsefFunctions.Files;

/// <summary>A file that takes part in a consignment.</summary>
/// <param name="FileId">Id of the file in the ledger.</param>
/// <param name="LedgerName">Its document.</param>
/// <param name="Attempt">Attempt of the file that handed its invoices over.</param>
public sealed record ConsignmentMember(string FileId, string LedgerName, int Attempt)
{
    /// <summary>Which of its invoices, by ordinal; null for all that wait under the consignment's form code.</summary>
    public IReadOnlyList<int>? Ordinals { get; init; }

    /// <summary>Trace of the file's first drop; null when it is unknown.</summary>
    public string? TraceParent { get; init; }
}
