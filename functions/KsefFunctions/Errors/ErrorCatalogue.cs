using System.Globalization;
using Ksef.Invoices;
using Ksef.Mapping;

namespace KsefFunctions.Errors;

/// <summary>Every error of the product, each with one number. KSF-1xxx belong to the invoice itself and come from <see cref="FindingCatalogue"/>.</summary>
public static class ErrorCatalogue
{
    /// <summary>The one finding that passes by itself: the day comes.</summary>
    private const string FutureDate = "KSF-1304";

    private static readonly Dictionary<string, ErrorDefinition> ByCode =
        new[]
        {
            FindingCatalogue.All.Select(FromFinding), DataFindingCatalogue.All.Select(FromFinding), FileErrors.All, ArchiveErrors.All, KsefErrors.All, SignInErrors.All, CertificateErrors.All,
            InvoiceErrors.All, ReceiptErrors.All, WatchErrors.All, TechnicalErrors.All,
        }.SelectMany(group => group).ToDictionary(definition => definition.Code, StringComparer.Ordinal);

    /// <summary>All entries in the order of their numbers.</summary>
    public static IReadOnlyList<ErrorDefinition> All { get; } = [.. ByCode.Values.OrderBy(definition => definition.Code, StringComparer.Ordinal)];

    /// <summary>What has no number of its own.</summary>
    public static ErrorDefinition Unexpected => TechnicalErrors.Unexpected;

    public static ErrorDefinition? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>An error as the ledger and the result file keep it.</summary>
    public static RecordedError Record(this ErrorDefinition definition, params object?[] arguments) => new(
        definition.Code,
        string.Format(CultureInfo.InvariantCulture, definition.Text, arguments),
        string.Format(CultureInfo.InvariantCulture, definition.TextPl, arguments),
        Warning: definition.Kind is ErrorKind.Warning or ErrorKind.Note);

    private static ErrorDefinition FromFinding(FindingDefinition finding) => new(
        finding.Code,
        finding.Severity == FindingSeverity.Warning ? ErrorKind.Warning : ErrorKind.Business,
        IsOfTheContent(finding) ? Party.Finance : Party.Erp,
        finding.Severity == FindingSeverity.Warning ? Replay.NotNeeded : finding.Code == FutureDate ? Replay.OnceMended : Replay.Useless,
        finding.TextEn,
        finding.TextPl,
        finding.WhatToDoEn,
        finding.WhatToDoPl);

    // What the invoice says is entered by people; how it is written is the program's doing.
    private static bool IsOfTheContent(FindingDefinition finding) => finding.Code.StartsWith("KSF-13", StringComparison.Ordinal);
}
