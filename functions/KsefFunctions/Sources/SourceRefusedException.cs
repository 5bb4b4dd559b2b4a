using KsefFunctions.Errors;

namespace KsefFunctions.Sources;

/// <summary>The file as a whole is refused: none of its invoices is looked at.</summary>
public sealed class SourceRefusedException(RecordedError error) : Exception(error.Message)
{
    public RecordedError Error { get; } = error;
}
