using Ksef.Invoices;

namespace Ksef.Mapping;

/// <summary>
/// A table of a known program that lists invoices, one row for each, without what was sold. No FA(3) can be made of it, whatever the mapping says.
/// </summary>
/// <param name="Program">The program.</param>
/// <param name="Layouts">Headings by which such tables are told, as <see cref="WordKey"/> makes them alike; all of one layout are there.</param>
/// <param name="Instead">What to export instead.</param>
internal sealed record ProgramOverview(string Program, IReadOnlyList<IReadOnlySet<string>> Layouts, Words Instead)
{
    /// <summary>Whether a row has the headings of one of the layouts.</summary>
    /// <param name="headings">The row's headings, made alike.</param>
    public bool Has(IReadOnlySet<string> headings) => Layouts.Any(layout => layout.IsSubsetOf(headings));
}
