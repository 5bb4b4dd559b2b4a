using System.Text.RegularExpressions;
using Ksef.Invoices;

namespace Ksef.Mapping.Tests.Catalogue;

public sealed partial class DataFindingCatalogueTests
{
    public static TheoryData<string> Codes => [.. DataFindingCatalogue.All.Select(definition => definition.Code)];

    [Fact]
    public void All_Codes_AreUniqueAndNoneOfTheInvoices()
    {
        var codes = DataFindingCatalogue.All.Select(definition => definition.Code).ToList();

        codes.ShouldBeUnique();
        codes.Intersect(FindingCatalogue.All.Select(definition => definition.Code)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void All_EveryDefinition_SpeaksBothLanguages(string code)
    {
        var definition = DataFindingCatalogue.Find(code)!;

        CodePattern().IsMatch(code).ShouldBeTrue();
        new[] { definition.TextPl, definition.TextEn, definition.WhatToDoPl, definition.WhatToDoEn }.ShouldAllBe(text => text.Length > 10);
        definition.TextPl.ShouldNotBe(definition.TextEn);
        definition.WhatToDoPl.ShouldNotBe(definition.WhatToDoEn);
        Placeholders(definition.TextPl).ShouldBe(Placeholders(definition.TextEn));
    }

    [Fact]
    public void Find_UnknownCode_IsNull() => DataFindingCatalogue.Find("KSF-9999").ShouldBeNull();

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\AKSF-1[56]\d\d\z")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
