using KsefFunctions.Files;

namespace KsefFunctions.Settlement;

/// <summary>Splits the invoices of a consignment whose content KSeF refuses.</summary>
internal static class Halves
{
    /// <summary>Two parts with as many invoices each, give or take one, in their order.</summary>
    /// <param name="members">With the ordinals of what is left of each; two invoices at least in all.</param>
    public static IReadOnlyList<IReadOnlyList<ConsignmentMember>> Of(IReadOnlyList<ConsignmentMember> members)
    {
        var invoices = members.SelectMany(member => member.Ordinals!.Select(ordinal => (Member: member, Ordinal: ordinal))).ToList();
        return [Gathered(invoices.Take(invoices.Count / 2)), Gathered(invoices.Skip(invoices.Count / 2))];
    }

    private static List<ConsignmentMember> Gathered(IEnumerable<(ConsignmentMember Member, int Ordinal)> invoices) =>
        [.. invoices.GroupBy(invoice => invoice.Member.FileId).Select(file => file.First().Member with { Ordinals = [.. file.Select(invoice => invoice.Ordinal)] })];
}
