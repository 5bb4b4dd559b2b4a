using System.Text.RegularExpressions;
using KsefFunctions.Errors;

namespace KsefFunctions.Tests.Errors;

public sealed partial class ErrorCatalogueTests
{
    public static TheoryData<string> Codes => [.. ErrorCatalogue.All.Select(definition => definition.Code)];

    [Fact]
    public void All_Numbers_AreUniqueAndInOneForm()
    {
        ErrorCatalogue.All.Select(definition => definition.Code).ShouldBeUnique();
        ErrorCatalogue.All.ShouldAllBe(definition => Form().IsMatch(definition.Code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Find_EveryNumber_SpeaksBothLanguagesAboutTheSameThing(string code)
    {
        var definition = ErrorCatalogue.Find(code).ShouldNotBeNull();

        definition.Text.ShouldNotBeNullOrWhiteSpace();
        definition.WhatToDo.ShouldNotBeNullOrWhiteSpace();
        definition.WhatToDoPl.ShouldNotBeNullOrWhiteSpace();
        definition.TextPl.ShouldNotBe(definition.Text);
        Places(definition.TextPl).ShouldBe(Places(definition.Text), ignoreOrder: true);
    }

    [Fact]
    public void Constructor_WithArguments_NumberAndArgumentsSurviveAsText()
    {
        var thrown = new PipelineException(KsefErrors.SessionsFailed, 4, 440);

        PipelineException.DefinitionIn(thrown.Message).ShouldBe(KsefErrors.SessionsFailed);
        KsefErrors.SessionsFailed.Record(PipelineException.ArgumentsIn(thrown.Message)).MessagePl.ShouldStartWith("4 sesji");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Something else: entirely")]
    [InlineData("KSF-9999: not in the catalogue")]
    public void DefinitionIn_ForeignMessage_IsUnexpected(string? message) =>
        PipelineException.DefinitionIn(message).ShouldBe(ErrorCatalogue.Unexpected);

    private static IReadOnlyList<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"^KSF-\d{4}$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
