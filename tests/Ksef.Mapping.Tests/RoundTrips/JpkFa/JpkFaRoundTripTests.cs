namespace Ksef.Mapping.Tests.RoundTrips.JpkFa;

/// <summary>Every case that JPK_FA(4) can say comes back as the same invoice, as far as the format carries it; the profile says how the company is paid, the ledger knows the earlier invoices.</summary>
public sealed class JpkFaRoundTripTests
{
    public static TheoryData<string> Carried() => [.. Refusal.NoneOf(JpkFaTable.Refusals).Select(original => original.Name)];

    public static TheoryData<string> Refused() => [.. Refusal.NamesOf(JpkFaTable.Refusals)];

    [Theory]
    [MemberData(nameof(Carried))]
    public async Task MapAsync_CaseInJpkFa_IsTheSameInvoice(string name)
    {
        var original = RoundTripCase.Own(name);

        var differences = await RoundTrip.DifferencesAsync(original, JpkFaOf.Write(original), Context(original));

        RoundTrip.ShouldBeAllowed(differences, name, JpkFaTable.Allowances);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task MapAsync_CaseThatTheFormatCannotSay_IsRefused(string name)
    {
        var original = RoundTripCase.Own(name);

        var findings = await RoundTrip.FindingsAsync(JpkFaOf.Write(original), Context(original));

        RoundTrip.ShouldBe(findings, Refusal.Of(original, JpkFaTable.Refusals)!);
    }

    [Fact]
    public async Task MapAsync_ExportWhoseCountryTheMappingSays_IsTheSameInvoice()
    {
        var original = RoundTripCase.Own(JpkFaTable.Export);
        var mapping = new DataMapping { Defaults = new Dictionary<SimpleField, string> { [BuyerFields.Country] = "US" } };

        var differences = await RoundTrip.DifferencesAsync(original, JpkFaOf.Write(original), Context(original) with { Mapping = mapping });

        RoundTrip.ShouldBeAllowed(differences, original.Name, JpkFaTable.Allowances);
    }

    [Fact]
    public async Task Table_EveryEntry_IsNeeded() => (await RoundTrip.UnusedAsync(
        JpkFaTable.Allowances, Refusal.NoneOf(JpkFaTable.Refusals), original => (JpkFaOf.Write(original), Context(original)))).ShouldBeEmpty();

    private static MappingContext Context(RoundTripCase original) => RoundTrip.Context(original, original.FullProfile with { ZeroRate = "0 EX" }) with { Issued = new CaseLedger(original) };
}
