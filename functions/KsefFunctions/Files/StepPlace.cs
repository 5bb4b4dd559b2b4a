namespace KsefFunctions.Files;

/// <summary>Which step of which attempt of which file a run belongs to.</summary>
/// <param name="LedgerName">The file's document.</param>
/// <param name="Attempt">Attempt of the file.</param>
/// <param name="Number">Place in the flow of that attempt, from 1.</param>
public sealed record StepPlace(string LedgerName, int Attempt, int Number)
{
    /// <summary>True for the step before which nothing has been done.</summary>
    public bool IsFirst => Attempt == 1 && Number == 1;
}
