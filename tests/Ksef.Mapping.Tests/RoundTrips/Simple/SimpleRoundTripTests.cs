using System.Text;
using Ksef.Invoices;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>Every case that the simple layout can say comes back from CSV, Excel and JSON as the same invoice.</summary>
public sealed class SimpleRoundTripTests
{
    public static TheoryData<string, string> Carried() => Cases(isRefused: false);

    public static TheoryData<string, string> Refused() => Cases(isRefused: true);

    [Theory]
    [MemberData(nameof(Carried))]
    public async Task MapAsync_CaseInTheSimpleLayout_IsTheSameInvoice(string name, string form)
    {
        var original = RoundTripCase.Own(name);

        var differences = await RoundTrip.DifferencesAsync(original, SimpleFile.Write(original, form), RoundTrip.Context(original));

        RoundTrip.ShouldBeAllowed(differences, original.Name, SimpleTable.Allowances);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task MapAsync_CaseThatTheLayoutCannotSay_IsRefused(string name, string form)
    {
        var original = RoundTripCase.Own(name);

        var findings = await RoundTrip.FindingsAsync(SimpleFile.Write(original, form), RoundTrip.Context(original));

        RoundTrip.ShouldBe(findings, RefusalOf(original)!);
    }

    [Fact]
    public async Task Table_EveryEntry_IsNeeded() => (await RoundTrip.UnusedAsync(
        SimpleTable.Allowances, RoundTripCase.AllOwn.Where(original => RefusalOf(original) is null), original => (SimpleFile.Write(original, "json"), RoundTrip.Context(original)))).ShouldBeEmpty();

    /// <summary>Fields that say in another way what a case says: parts of an address, days in place of a date, hundredths in place of an amount.</summary>
    [Fact]
    public void Cases_BesideWhatIsSaidInAnotherWay_HaveEachField()
    {
        var said = RoundTripCase.AllOwn.Concat(RoundTripCase.OfTheLayout).Select(original => SimpleDataOf.Read(original.Invoice)).SelectMany(data => data.Head.Keys.Concat(data.Rows.SelectMany(row => row.Values.Keys)));

        SimpleFields.All.Except(said).Select(field => field.Pl).ShouldBe(SimpleTable.SaidInAnotherWay, ignoreOrder: true);
    }

    [Theory]
    [InlineData("csv", "KSF-1592")]
    [InlineData("json", "KSF-1504")]
    public async Task MapAsync_WhatTheLayoutDoesNotHave_IsNamed(string form, string code)
    {
        var original = RoundTripCase.Own("24-attachment");
        var file = Encoding.UTF8.GetString(SimpleFile.Write(original, form));
        file = form == "csv" ? file.Replace("numer;", "zalacznik;numer;", StringComparison.Ordinal).Replace("\nC/9", "\nodczyty;C/9", StringComparison.Ordinal) : "{\"zalacznik\":{\"opis\":\"odczyty\"}," + file[1..];

        var mapped = await Mapped.BytesAsync(Encoding.UTF8.GetBytes(file), RoundTrip.Context(original));

        mapped.SelectMany(invoice => invoice.Findings).ShouldContain(finding => finding.Code == code && finding.Severity == FindingSeverity.Warning && finding.MessageEn.Contains("zalacznik", StringComparison.Ordinal));
    }

    private static TheoryData<string, string> Cases(bool isRefused)
    {
        var cases = new TheoryData<string, string>();
        foreach (var original in RoundTripCase.AllOwn.Concat(RoundTripCase.OfTheLayout).Where(original => RefusalOf(original) is not null == isRefused))
        {
            Array.ForEach(SimpleFile.Forms, form => cases.Add(original.Name, form));
        }

        return cases;
    }

    private static Refusal? RefusalOf(RoundTripCase original) => Refusal.Of(original, SimpleTable.Refusals);
}
