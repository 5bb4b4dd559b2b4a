using Ksef.Invoices;

namespace Ksef.Mapping.Tests.RoundTrips;

/// <summary>Maps a case back, and tells what differs.</summary>
internal static class RoundTrip
{
    public static MappingContext Context(RoundTripCase original, CompanyProfile? profile = null) => Mapped.Context(profile ?? original.Profile) with { Nip = original.Nip };

    /// <summary>The differences that the table does not allow for; the invoice passes schema and rules, and nothing is found in it.</summary>
    public static async Task<IReadOnlyList<Difference>> DifferencesAsync(RoundTripCase original, byte[] file, MappingContext context)
    {
        var mapped = (await Mapped.BytesAsync(file, context)).ShouldHaveSingleItem();
        mapped.Findings.Select(finding => $"{finding.Code} {finding.Place} {finding.MessageEn}").ShouldBeEmpty();
        mapped.IsAccepted.ShouldBeTrue();
        return Difference.Between(original.Invoice, Mapped.Root(mapped));
    }

    /// <summary>What is found where the invoice does not come through.</summary>
    public static async Task<IReadOnlyList<DataFinding>> FindingsAsync(byte[] file, MappingContext context)
    {
        var mapped = (await Mapped.BytesAsync(file, context)).ShouldHaveSingleItem();
        mapped.IsAccepted.ShouldBeFalse();
        return [.. mapped.Findings.Where(finding => finding.Severity == FindingSeverity.Error)];
    }

    public static void ShouldBe(IReadOnlyList<DataFinding> findings, Refusal refusal)
    {
        findings.Select(finding => finding.Code).ShouldBe(refusal.Codes);
        string.Join(' ', findings.Select(finding => $"{finding.MessageEn} {finding.Definition.WhatToDoEn}")).ShouldContain(refusal.Says);
    }

    /// <summary>The entries of a table that no case needs: what is not so must not be written down either.</summary>
    public static async Task<IReadOnlyList<string>> UnusedAsync(IReadOnlyList<Allowance> table, IEnumerable<RoundTripCase> cases, Func<RoundTripCase, (byte[] File, MappingContext Context)> fileOf)
    {
        var differences = new List<(string Name, Difference Difference)>();
        foreach (var original in cases)
        {
            var (file, context) = fileOf(original);
            differences.AddRange((await DifferencesAsync(original, file, context)).Select(difference => (original.Name, difference)));
        }

        return [.. table.Where(allowance => !differences.Exists(made => allowance.Covers(made.Name, made.Difference))).Select(allowance => allowance.ToString())];
    }

    public static void ShouldBeAllowed(IReadOnlyList<Difference> differences, string name, IReadOnlyList<Allowance> table) =>
        differences.Where(difference => !table.Any(allowance => allowance.Covers(name, difference))).Select(difference => difference.ToString()).ShouldBeEmpty(name);
}
