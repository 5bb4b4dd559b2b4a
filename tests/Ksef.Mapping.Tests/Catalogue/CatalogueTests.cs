using System.Text.RegularExpressions;

namespace Ksef.Mapping.Tests.Catalogue;

/// <summary>What holds for every kind of finding.</summary>
public sealed partial class CatalogueTests
{
    [Fact]
    public void Numbers_OfAllFindings_AreDifferent() =>
        DataFindingCatalogue.All.GroupBy(definition => definition.Code).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Sentences_InBothLanguages_SayTheSameValues() =>
        DataFindingCatalogue.All.Where(definition => !Names(definition.TextPl).SetEquals(Names(definition.TextEn))).Select(definition => definition.Code).ShouldBeEmpty();

    [Fact]
    public void Advice_IsTheSameForEveryFindingOfItsKind_AndHasNoPlaceForValues() =>
        DataFindingCatalogue.All.Where(definition => Names(definition.WhatToDoPl).Count + Names(definition.WhatToDoEn).Count > 0).Select(definition => definition.Code).ShouldBeEmpty();

    private static HashSet<string> Names(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
