using Ksef.Invoices.Tests.Samples;

namespace Ksef.Invoices.Tests.Checking;

public sealed class ValidInvoicesTests
{
    [Theory]
    [MemberData(nameof(ValidSamples.Names), MemberType = typeof(ValidSamples))]
    public void Check_ValidSample_FindsNothing(string name)
    {
        var (invoice, schema) = ValidSamples.Get(name);

        var check = Check.Of(invoice);

        check.Findings.ShouldBeEmpty();
        check.IsAccepted.ShouldBeTrue();
        check.Invoice!.Schema.ShouldBe(schema);
    }
}
