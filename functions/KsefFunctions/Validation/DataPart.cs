using KsefFunctions.Errors;

namespace KsefFunctions.Validation;

/// <summary>A part of what was dropped: a company's data, an invoice, or what can be neither.</summary>
/// <param name="Name">Its name in the package; null where the file itself is the data.</param>
internal sealed record DataPart(string? Name)
{
    /// <summary>Data of which invoices are made; it can be read from any position, until the next part is asked for.</summary>
    public Stream? Data { get; init; }

    /// <summary>An invoice as it is.</summary>
    public ReadOnlyMemory<byte> Invoice { get; init; }

    /// <summary>Why it is neither.</summary>
    public RecordedError? Refusal { get; init; }
}
