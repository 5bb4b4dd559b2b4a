using System.Collections.ObjectModel;
using System.Text.Json.Serialization;

namespace Ksef.Client;

/// <summary>A status as KSeF reports it. Source: KSeF API 2.6, schemas StatusInfo and InvoiceStatusInfo.</summary>
/// <typeparam name="TCode">The enumeration of codes; its numbers mean something only for one kind of operation.</typeparam>
public sealed record StatusInfo<TCode>
    where TCode : struct, Enum
{
    /// <summary>The code; a number outside the enumeration is possible.</summary>
    public required TCode Code { get; init; }

    /// <summary>KSeF's sentence for the code, in Polish.</summary>
    public string Description { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>What exactly happened; may quote the invoice, so not for logs.</summary>
    public IReadOnlyList<string> Details { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Further values by name. For a duplicate (440): <c>originalSessionReferenceNumber</c> and <c>originalKsefNumber</c>, which may be
    /// missing.
    /// </summary>
    [JsonConverter(typeof(TextMapJsonConverter))]
    public IReadOnlyDictionary<string, string?> Extensions { get; init => field = value ?? NoExtensions; } = NoExtensions;

    private static IReadOnlyDictionary<string, string?> NoExtensions => ReadOnlyDictionary<string, string?>.Empty;
}
