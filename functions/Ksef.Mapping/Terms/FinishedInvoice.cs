namespace Ksef.Mapping;

/// <summary>An invoice that its format gives field for field as FA(3): nothing is left to read, fill in or compute.</summary>
/// <param name="Xml">FA(3), UTF-8; <see langword="null"/> when it cannot be written.</param>
/// <param name="Place">Where it begins.</param>
public sealed record FinishedInvoice(ReadOnlyMemory<byte>? Xml, DataPlace Place) : DataItem
{
    /// <summary>Its number (P_2).</summary>
    public string? Number { get; init; }

    /// <summary>RodzajFaktury.</summary>
    public string? Kind { get; init; }

    /// <summary>What the reader found.</summary>
    public IReadOnlyList<DataFinding> Findings { get; init; } = [];
}
