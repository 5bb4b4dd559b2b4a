namespace Ksef.Mapping.Tests.RoundTrips.Epp;

/// <summary>Every case that EPP can say comes back as the same invoice, as far as the format carries it; profile and mapping explain the rest, the ledger knows the earlier invoices.</summary>
public sealed class EppRoundTripTests
{
    public static TheoryData<string> Carried() => [.. EppTable.CarriedCases.Select(original => original.Name)];

    public static TheoryData<string> Refused() => [.. Refusal.NamesOf(EppTable.Refusals)];

    [Theory]
    [MemberData(nameof(Carried))]
    public async Task MapAsync_CaseInEpp_IsTheSameInvoice(string name)
    {
        var original = RoundTripCase.Own(name);

        var differences = await RoundTrip.DifferencesAsync(original, EppOf.Write(original), Context(original));

        RoundTrip.ShouldBeAllowed(differences, name, EppTable.Allowances);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task MapAsync_CaseThatTheFormatCannotSay_IsRefused(string name)
    {
        var original = RoundTripCase.Own(name);

        var findings = await RoundTrip.FindingsAsync(EppOf.Write(original), Context(original));

        RoundTrip.ShouldBe(findings, Refusal.Of(original, EppTable.Refusals)!);
    }

    [Theory]
    [InlineData("08-margin-used-goods")]
    [InlineData("19-margin-travel")]
    public async Task MapAsync_MarginInvoice_IsLeftOutWithTheReason(string name)
    {
        var original = RoundTripCase.Own(name);

        var mapped = await Mapped.BytesAsync(EppOf.Write(original), Context(original));

        var leftOut = mapped.Where(item => item.LeftOut is not null).ShouldHaveSingleItem().LeftOut!;
        (leftOut.Kind, leftOut.Number).ShouldBe(("FM", original.Invoice.Fa("P_2")));
        leftOut.ReasonEn.ShouldContain("margin");
        mapped.ShouldAllBe(item => !item.IsAccepted);
    }

    [Fact]
    public async Task Table_EveryEntry_IsNeeded() =>
        (await RoundTrip.UnusedAsync(EppTable.Allowances, EppTable.CarriedCases, original => (EppOf.Write(original), Context(original)))).ShouldBeEmpty();

    private static MappingContext Context(RoundTripCase original)
    {
        var countries = new Dictionary<string, string> { [EppTable.America] = "US" };
        return RoundTrip.Context(original, original.FullProfile with { NumberRule = NumberRule.AsWritten }) with
        {
            Mapping = new DataMapping { Codes = new Dictionary<SimpleField, IReadOnlyDictionary<string, string>> { [BuyerFields.Country] = countries, [BuyerFields.OtherIdCountry] = countries } },
            Issued = new CaseLedger(original),
        };
    }
}
