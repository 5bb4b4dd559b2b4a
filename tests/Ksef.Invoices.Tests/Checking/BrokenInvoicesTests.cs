using SampleInvoices.Broken;

namespace Ksef.Invoices.Tests.Checking;

public sealed class BrokenInvoicesTests
{
    public static TheoryData<string> Broken => [.. BrokenInvoices.All.Select(broken => broken.Name)];

    public static TheoryData<string> Questionable => [.. QuestionableInvoices.All.Select(broken => broken.Name)];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Check_BrokenInvoice_IsRefusedWithItsCode(string name)
    {
        var broken = BrokenInvoices.All.Single(sample => sample.Name == name);

        var check = Check.Of(broken.Content);

        check.IsAccepted.ShouldBeFalse();
        check.Codes().ShouldContain(broken.Code);
    }

    [Theory]
    [MemberData(nameof(Questionable))]
    public void Check_QuestionableInvoice_IsAcceptedWithThatWarningOnly(string name)
    {
        var questionable = QuestionableInvoices.All.Single(sample => sample.Name == name);

        var check = Check.Of(questionable.Content);

        check.IsAccepted.ShouldBeTrue();
        check.Codes().ShouldBe([questionable.Code]);
    }
}
