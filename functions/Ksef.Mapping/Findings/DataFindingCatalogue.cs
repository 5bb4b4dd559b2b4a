using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>
/// Everything that mapping can find: <c>KSF-1501</c> to <c>1549</c> what all formats share, <c>1550</c> to <c>1569</c> EPP,
/// <c>1570</c> to <c>1589</c> JPK_FA and Optima, <c>1590</c> to <c>1600</c> tables, <c>1601</c> to <c>1619</c> workbooks.
/// </summary>
public static class DataFindingCatalogue
{
    /// <summary>All definitions, in the order of their numbers.</summary>
    public static IReadOnlyList<FindingDefinition> All { get; } =
    [
        .. SourceFindings.All, .. ValueFindings.All, .. MeaningFindings.All, .. EppFindings.All, .. JpkFaFindings.All, .. OptimaFindings.All, .. TableFindings.All, .. ExcelFindings.All,
    ];

    /// <summary>Finds a definition by its number, such as <c>KSF-1501</c>.</summary>
    /// <returns>The definition, or <see langword="null"/> when the number is not one of this library's.</returns>
    public static FindingDefinition? Find(string code) => All.FirstOrDefault(definition => definition.Code == code);
}
