using Ksef.Invoices;
using static Ksef.Invoices.Define;

namespace Ksef.Mapping;

/// <summary>KSF-1501 to 1509: what is wrong with a file of data as a whole.</summary>
internal static class SourceFindings
{
    public static readonly FindingDefinition Unknown = Error("KSF-1501",
        new("Nie rozpoznano formatu pliku.", "The format of the file was not recognised."),
        new("Obsługiwane są: EPP, JPK_FA(4), XML dokumentów Comarch Optima, CSV, Excel (xlsx), JSON i JSONL oraz gotowe faktury XML.",
            "EPP, JPK_FA(4), document XML of Comarch Optima, CSV, Excel (xlsx), JSON and JSONL are taken, and finished invoices in XML."));

    public static readonly FindingDefinition NoInvoices = Error("KSF-1502",
        new("W pliku nie ma żadnej faktury.", "The file holds no invoice."),
        new("Sprawdź, czy eksport objął właściwy okres i dokumenty sprzedaży.", "Check that the export covers the right period and the sales documents."));

    public static IReadOnlyList<FindingDefinition> All { get; } = [Unknown, NoInvoices];
}
