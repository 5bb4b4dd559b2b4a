namespace Ksef.Mapping.Simple;

/// <summary>Orders, contracts, deliveries (WZ, WarunkiTransakcji).</summary>
internal sealed record SimpleConditions
{
    public string? OrderNumber { get; init; }

    public DateOnly? OrderDate { get; init; }

    public string? ContractNumber { get; init; }

    public DateOnly? ContractDate { get; init; }

    public string? DeliveryTerms { get; init; }

    public IReadOnlyList<string> DeliveryNotes { get; init; } = [];

    public IReadOnlyList<string> BatchNumbers { get; init; } = [];

    public bool IsEmpty => OrderNumber is null && OrderDate is null && ContractNumber is null && ContractDate is null && DeliveryTerms is null && BatchNumbers.Count == 0;
}
