namespace Ksef.Mapping.Tests.Fields;

public sealed class SimpleFieldsTests
{
    [Fact]
    public void Names_InEitherLanguage_BelongToOneField() =>
        SimpleFields.All.SelectMany(field => new[] { field.Pl, field.En }.Distinct()).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Names_InEitherLanguage_AreSmallLettersDigitsAndUnderscores() =>
        SimpleFields.All.SelectMany(field => new[] { field.Pl, field.En }).ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
}
