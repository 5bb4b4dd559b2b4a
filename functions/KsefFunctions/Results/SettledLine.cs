using System.Text.Json.Serialization;
using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>One line of a day's list of settled files. A contract: members are only ever added.</summary>
public sealed record SettledLine
{
    /// <summary>Name in the inbox.</summary>
    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required FileOutcome Outcome { get; init; }

    /// <summary>Invoices of the file, and how many of them KSeF accepted.</summary>
    public required int Invoices { get; init; }

    public required int Accepted { get; init; }

    /// <summary>Number of the only invoice of the file.</summary>
    public string? KsefNumber { get; init; }

    /// <summary>When the file was settled: its result may be written again, for a receipt or after a replay, and each time has a line.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    public int Attempt { get; init; }

    public ReceiptState? Receipt { get; init; }

    /// <summary>Name of the result file in the outbox.</summary>
    public required string Result { get; init; }

    public static SettledLine Of(ResultFile result, string name) => new()
    {
        Name = result.Name,
        Sha256 = result.Sha256,
        Outcome = result.Outcome,
        Invoices = result.Invoices.Count,
        Accepted = result.Invoices.Count(invoice => invoice.Outcome == InvoiceOutcome.Accepted),
        KsefNumber = result.Invoices is [var only] ? only.KsefNumber : null,
        FinishedAt = result.FinishedAt,
        Attempt = result.Attempt,
        Receipt = result.Receipt,
        Result = name,
    };
}

/// <summary>JSON of the lines.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(FixedInstant)])]
[JsonSerializable(typeof(SettledLine))]
internal sealed partial class SettledJson : JsonSerializerContext;
