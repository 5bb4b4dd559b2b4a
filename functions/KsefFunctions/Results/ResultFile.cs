using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>What the ERP reads in <c>outbox/{path}.result.json</c>. A contract: members are only ever added.</summary>
public sealed record ResultFile
{
    /// <summary>Version of this format.</summary>
    public string Schema { get; init; } = "1.0";

    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required string Nip { get; init; }

    public required FileOutcome Outcome { get; init; }

    /// <summary>True when the file was checked only, on purpose.</summary>
    public bool DryRun { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required DateTimeOffset? FinishedAt { get; init; }

    public int Attempt { get; init; }

    public ApprovalRecord? Approval { get; init; }

    public required IReadOnlyList<ResultError> Errors { get; init; }

    public required IReadOnlyList<ResultInvoice> Invoices { get; init; }

    /// <summary>Names of what a package holds beside invoices and mistakes, such as <c>Thumbs.db</c>; missing when there is nothing.</summary>
    public IReadOnlyList<string>? LeftOut { get; init; }

    /// <summary>Whether the receipts are there; missing where no invoice was accepted.</summary>
    public ReceiptState? Receipt { get; init; }

    /// <summary>Names of the UPO documents in the outbox.</summary>
    public required IReadOnlyList<string> Upos { get; init; }

    /// <summary>Name in the outbox of the package with the invoices that were made of the file's data; missing where it held the invoices themselves.</summary>
    public string? Made { get; init; }

    /// <summary>Other contents that were dropped under this name, the latest twenty, those before this one first; missing when there was none.</summary>
    public IReadOnlyList<EarlierResult>? Earlier { get; init; }
}

/// <summary>JSON of the result files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    Converters = [typeof(FixedInstant)])]
[JsonSerializable(typeof(ResultFile))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ResultJson : JsonSerializerContext;
