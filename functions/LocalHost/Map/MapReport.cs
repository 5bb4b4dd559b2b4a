using System.Text.Json.Serialization;
using Ksef.Invoices;
using Ksef.Mapping;
using KsefFunctions.Errors;

namespace LocalHost.Map;

/// <summary>One thing that was found in the data.</summary>
/// <param name="Code">Number in the catalogue.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
/// <param name="Part">Sheet or section; in a ZIP after the name of the data.</param>
/// <param name="Row">Row or line, from 1.</param>
/// <param name="Field">Heading, element or member.</param>
/// <param name="Value">The value in question.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="MessagePl">The same in Polish.</param>
/// <param name="WhatToDo">What to do about it.</param>
public sealed record MapFinding(string Code, string Severity, string? Part, int? Row, string? Field, string? Value, string Message, string MessagePl, string WhatToDo)
{
    /// <param name="finding">What was found in the data.</param>
    /// <param name="part">Name of the data in a ZIP.</param>
    public static MapFinding Of(DataFinding finding, string? part) => new(
        finding.Code,
        NameOf(finding.Severity),
        part is null ? finding.Place.Part : $"{part} {finding.Place.Part}".TrimEnd(),
        finding.Place.Row,
        finding.Place.Field,
        finding.Value,
        finding.MessageEn,
        finding.MessagePl,
        finding.Definition.WhatToDoEn);

    /// <param name="finding">What the check of an invoice found.</param>
    /// <param name="part">Name of the invoice in a ZIP.</param>
    public static MapFinding Of(Finding finding, string? part) => new(
        finding.Code, NameOf(finding.Severity), part, finding.Line, finding.Path, null, finding.MessageEn, finding.MessagePl, finding.Definition.WhatToDoEn);

    /// <param name="error">Why a part of a ZIP, or all of it, is not read.</param>
    public static MapFinding Of(RecordedError error) => new(
        error.Code, "error", error.Path, null, null, null, error.Message, error.MessagePl, ErrorCatalogue.Find(error.Code)!.WhatToDo);

    private static string NameOf(FindingSeverity severity) => severity == FindingSeverity.Error ? "error" : "warning";
}

/// <summary>What became of a part of the file.</summary>
/// <param name="Outcome"><c>made</c>, <c>wrong</c>, <c>left out</c>, or <c>file</c> for what concerns the whole file.</param>
/// <param name="Kind">RodzajFaktury, or the kind of a document that is left out.</param>
/// <param name="Number">Number of the invoice.</param>
/// <param name="Xml">Name of the written invoice.</param>
/// <param name="Findings">Everything found.</param>
public sealed record MapItem(string Outcome, string? Kind, string? Number, string? Xml, IReadOnlyList<MapFinding> Findings)
{
    public static MapItem Of(MappedInvoice mapped, string? part, string? xml) => new(
        mapped.LeftOut is not null ? "left out" : mapped.IsOfFile ? "file" : mapped.IsAccepted ? "made" : "wrong",
        mapped.Kind,
        mapped.Number,
        xml,
        [.. mapped.Findings.Select(finding => MapFinding.Of(finding, part))]);

    /// <summary>Whether something of it must be mended.</summary>
    [JsonIgnore]
    public bool IsWrong => Outcome == "wrong" || Findings.Any(finding => finding.Severity == "error");
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<MapItem>))]
internal sealed partial class MapJson : JsonSerializerContext;
