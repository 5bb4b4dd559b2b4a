using System.Text.Json.Serialization;

namespace KsefFunctions.Errors;

/// <summary>One thing that is wrong with a file or an invoice, as the ERP and finance read it.</summary>
/// <param name="Code">Number in the catalogue, such as <c>KSF-1001</c>.</param>
/// <param name="Message">English sentence.</param>
/// <param name="MessagePl">Polish sentence.</param>
/// <param name="Path">XPath into the invoice, or the entry of the archive, where there is one.</param>
/// <param name="Line">Line in the invoice, from 1.</param>
/// <param name="Column">Column in the invoice, from 1.</param>
/// <param name="Warning">True when the invoice goes out all the same.</param>
/// <param name="KsefCode">KSeF's own status code, where KSeF is the one who refused.</param>
public sealed record RecordedError(
    string Code,
    string Message,
    string MessagePl,
    string? Path = null,
    int? Line = null,
    int? Column = null,
    bool Warning = false,
    int? KsefCode = null)
{
    /// <summary>What is a note today was recorded as an error by earlier versions: the catalogue knows.</summary>
    [JsonIgnore]
    public ErrorSeverity Severity =>
        ErrorCatalogue.Find(Code)?.Kind == ErrorKind.Note ? ErrorSeverity.Note : Warning ? ErrorSeverity.Warning : ErrorSeverity.Error;
}
