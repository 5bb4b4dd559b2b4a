namespace Ksef.Invoices;

/// <summary>
/// Everything the checks can find: <c>KSF-10xx</c> the file, <c>KSF-11xx</c> the kind of document,
/// <c>KSF-12xx</c> its structure, <c>KSF-13xx</c> what it says.
/// </summary>
public static class FindingCatalogue
{
    /// <summary>All definitions, in the order of their numbers.</summary>
    public static IReadOnlyList<FindingDefinition> All { get; } =
        [.. FileFindings.All, .. SchemaFindings.All, .. StructureFindings.All, .. ContentFindings.All, .. CareFindings.All];

    /// <summary>Finds a definition by its number, such as <c>KSF-1004</c>.</summary>
    /// <returns>The definition, or <see langword="null"/> when the number is not one of this library's.</returns>
    public static FindingDefinition? Find(string code) => All.FirstOrDefault(definition => definition.Code == code);
}
