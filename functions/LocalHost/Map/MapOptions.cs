namespace LocalHost.Map;

/// <summary>What the user asked for after <c>map</c>.</summary>
public sealed record MapOptions
{
    /// <summary>The file of data.</summary>
    public string? File { get; init; }

    /// <summary><c>company.json</c>; null for a company that says nothing of itself.</summary>
    public string? Profile { get; init; }

    /// <summary><c>mapping.json</c>; null for data in the simple layout.</summary>
    public string? Mapping { get; init; }

    /// <summary>The company; null takes that of the profile.</summary>
    public string? Nip { get; init; }

    /// <summary>Folder of the invoices; null writes none.</summary>
    public string? Out { get; init; }

    /// <summary>Print JSON in place of a table.</summary>
    public bool Json { get; init; }

    public bool Help { get; init; }
}
