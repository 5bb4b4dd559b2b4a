using System.Text.Json.Serialization;
using KsefFunctions.Errors;

namespace KsefFunctions.Sources;

/// <summary>What became of an invoice of a company's data.</summary>
/// <param name="Ordinal">Position in the data, from 1; the same at every mapping of the same bytes.</param>
/// <param name="Name">Its number, or where it stands when it has none that can be read.</param>
/// <param name="IsMade">Whether the package holds it as FA(3).</param>
/// <param name="Findings">What was found in the data.</param>
public sealed record MappedRow(int Ordinal, string Name, bool IsMade, IReadOnlyList<RecordedError> Findings)
{
    /// <summary>True for an invoice that lay beside the data in a package, and is as it was: nothing is known of it yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAsGiven { get; init; }

    /// <summary>The invoice of an earlier file that this one is: it is not sent again. Null for a new one.</summary>
    public SentInvoice? Sent { get; init; }
}

/// <summary>What KSeF gave an invoice of another file.</summary>
/// <param name="KsefNumber">Its KSeF number.</param>
/// <param name="AcquisitionDate">When it was given.</param>
/// <param name="InvoicingMode"><c>Online</c> or <c>Offline</c>, where KSeF said it.</param>
/// <param name="SessionReferenceNumber">The session in which it was given.</param>
public sealed record SentInvoice(string KsefNumber, DateTimeOffset? AcquisitionDate, string? InvoicingMode, string? SessionReferenceNumber);

/// <summary>What became of a file of a company's data, beside the invoices themselves.</summary>
/// <param name="Rows">Its invoices.</param>
/// <param name="LeftOut">Its documents that are not for KSeF, by kind and number.</param>
/// <param name="Findings">What concerns no single invoice.</param>
public sealed record MappedFile(IReadOnlyList<MappedRow> Rows, IReadOnlyList<string> LeftOut, IReadOnlyList<RecordedError> Findings);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(MappedFile))]
internal sealed partial class MappedJson : JsonSerializerContext;
