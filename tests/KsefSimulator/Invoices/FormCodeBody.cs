namespace KsefSimulator.Invoices;

/// <summary>A schema of invoices as KSeF names it in requests and answers.</summary>
internal sealed record FormCodeBody(string? SystemCode, string? SchemaVersion, string? Value);
