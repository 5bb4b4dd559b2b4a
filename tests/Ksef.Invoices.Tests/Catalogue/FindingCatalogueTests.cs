using System.Text.RegularExpressions;
using Ksef.Invoices.Tests.Checking;
using SampleInvoices;
using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Catalogue;

public sealed partial class FindingCatalogueTests
{
    public static TheoryData<string> Codes => [.. FindingCatalogue.All.Select(definition => definition.Code)];

    [Fact]
    public void All_Codes_AreUniqueAndInOrder() =>
        FindingCatalogue.All.Select(definition => definition.Code).ShouldBe(FindingCatalogue.All.Select(definition => definition.Code).Distinct().Order());

    [Theory]
    [MemberData(nameof(Codes))]
    public void All_EveryDefinition_SpeaksBothLanguages(string code)
    {
        var definition = FindingCatalogue.Find(code)!;

        CodePattern().IsMatch(code).ShouldBeTrue();
        new[] { definition.TextPl, definition.TextEn, definition.WhatToDoPl, definition.WhatToDoEn }.ShouldAllBe(text => text.Length > 10);
        definition.TextPl.ShouldNotBe(definition.TextEn);
        definition.WhatToDoPl.ShouldNotBe(definition.WhatToDoEn);
        Placeholders(definition.TextPl).ShouldBe(Placeholders(definition.TextEn));
    }

    [Fact]
    public void All_EveryDefinition_IsReachedByASample()
    {
        var refused = BrokenInvoices.All.Select(broken => Check.Of(broken.Content));
        var questioned = QuestionableInvoices.All.Select(questionable => Check.Of(questionable.Content));
        var unwelcome = Check.Of(
            new SampleInvoice { Schema = SampleSchema.Pef3 },
            new InvoiceCheckOptions { AllowedSchemas = [InvoiceSchema.Fa3], InBatch = true, ContextNip = SampleNips.Stranger });

        var reached = refused.Concat(questioned).Append(unwelcome).SelectMany(check => check.Codes()).Distinct();

        FindingCatalogue.All.Select(definition => definition.Code).Except(reached).ShouldBeEmpty();
    }

    [Fact]
    public void Messages_OfEverySample_HaveTheirPlaceholdersFilled()
    {
        var findings = BrokenInvoices.All.Concat(QuestionableInvoices.All).SelectMany(sample => Check.Of(sample.Content).Findings);

        findings.ShouldAllBe(finding => !Placeholder().IsMatch(finding.MessagePl) && !Placeholder().IsMatch(finding.MessageEn));
    }

    [Fact]
    public void Find_UnknownCode_IsNull() => FindingCatalogue.Find("KSF-9999").ShouldBeNull();

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\AKSF-1[0-8]\d\d\z")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
