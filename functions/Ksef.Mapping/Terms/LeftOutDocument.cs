using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>A document of the file that is not for KSeF, or not yet: told to the owner, not an error.</summary>
/// <param name="Kind">Kind in the format's own word, such as <c>PA</c> or <c>WZ</c>.</param>
/// <param name="Number">Its number as the file gives it.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="ReasonPl">Why it is left out, in Polish.</param>
/// <param name="ReasonEn">Why it is left out, in English.</param>
public sealed record LeftOutDocument(string Kind, string? Number, DataPlace Place, string ReasonPl, string ReasonEn) : DataItem
{
    internal static LeftOutDocument Of(string kind, string? number, DataPlace place, Words reason) => new(kind, number, place, reason.Pl, reason.En);
}
