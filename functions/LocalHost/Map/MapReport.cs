using System.Text.Json.Serialization;
using Ksef.Mapping;

namespace LocalHost.Map;

/// <summary>One thing that was found in the data.</summary>
/// <param name="Code">Number in the catalogue.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Part">Sheet or section.</param>
/// <param name="Row">Row or line, from 1.</param>
/// <param name="Field">Heading, element or member.</param>
/// <param name="Value">The value in question.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="MessagePl">The same in Polish.</param>
/// <param name="WhatToDo">What to do about it.</param>
public sealed record MapFinding(string Code, string Severity, string? Part, int? Row, string? Field, string? Value, string Message, string MessagePl, string WhatToDo)
{
    public static MapFinding Of(DataFinding finding) => new(
        finding.Code,
        finding.Severity == Ksef.Invoices.FindingSeverity.Error ? "error" : "warning",
        finding.Place.Part,
        finding.Place.Row,
        finding.Place.Field,
        finding.Value,
        finding.MessageEn,
        finding.MessagePl,
        finding.Definition.WhatToDoEn);
}

/// <summary>What became of a part of the file.</summary>
/// <param name="Outcome"><c>made</c>, <c>wrong</c>, <c>left out</c>, or <c>file</c> for what concerns the whole file.</param>
/// <param name="Kind">RodzajFaktury, or the kind of a document that is left out.</param>
/// <param name="Number">Number of the invoice.</param>
/// <param name="Xml">Name of the written invoice.</param>
/// <param name="Findings">Everything found.</param>
public sealed record MapItem(string Outcome, string? Kind, string? Number, string? Xml, IReadOnlyList<MapFinding> Findings)
{
    public static MapItem Of(MappedInvoice mapped, string? xml) => new(
        mapped.LeftOut is not null ? "left out" : mapped.IsOfFile ? "file" : mapped.IsAccepted ? "made" : "wrong",
        mapped.Kind,
        mapped.Number,
        xml,
        [.. mapped.Findings.Select(MapFinding.Of)]);

    /// <summary>Whether something of it must be mended.</summary>
    [JsonIgnore]
    public bool IsWrong => Outcome == "wrong" || Findings.Any(finding => finding.Severity == "error");
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<MapItem>))]
internal sealed partial class MapJson : JsonSerializerContext;
