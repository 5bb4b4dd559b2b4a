using KsefFunctions.Errors;

namespace KsefFunctions.Sources;

/// <summary>One invoice as the file holds it.</summary>
/// <param name="Ordinal">Position in the file, from 1; the same at every reading.</param>
/// <param name="Name">Name of the archive entry, or of the file.</param>
/// <param name="Content">Its bytes; empty when <paramref name="Error"/> is set.</param>
/// <param name="Error">Why the entry cannot be an invoice.</param>
public sealed record SourceInvoice(int Ordinal, string Name, ReadOnlyMemory<byte> Content, RecordedError? Error = null)
{
    /// <summary>What was found in the data that it was made of; null where the file holds the invoice itself.</summary>
    public IReadOnlyList<RecordedError>? Findings { get; init; }

    /// <summary>What KSeF gave it when it was sent from another file; null where nothing is known of that.</summary>
    public SentInvoice? Sent { get; init; }
}
