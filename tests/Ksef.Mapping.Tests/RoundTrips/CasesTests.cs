using System.Text;
using Ksef.Invoices;

namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>The invoices that all round trips begin with are right themselves.</summary>
public sealed class CasesTests
{
    public static TheoryData<string> Names() => [.. RoundTripCase.AllOwn.Concat(RoundTripCase.OfTheLayout).Select(original => original.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_AsItStands_PassesSchemaAndRules(string name) =>
        new InvoiceChecker(new FixedClock()).Check(Encoding.UTF8.GetBytes(RoundTripCase.Own(name).Invoice.ToString()), new InvoiceCheckOptions()).Findings
            .Select(finding => $"{finding.Code} {finding.MessageEn}").ShouldBeEmpty();

    [Fact]
    public void Cases_AreOneForEachExampleOfTheMinistry() =>
        RoundTripCase.AllOwn.Select(original => int.Parse(original.Name.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(Enumerable.Range(1, 27));
}
