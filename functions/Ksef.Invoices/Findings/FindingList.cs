using System.Globalization;

namespace Ksef.Invoices;

/// <summary>Collects the findings of one file, up to a number that a person can still read.</summary>
internal sealed class FindingList
{
    /// <summary>More than this helps nobody; the rest is counted.</summary>
    public const int Limit = 100;

    private readonly List<Finding> _findings = [];
    private int _omitted;

    public void Add(Finding finding)
    {
        if (_findings.Count < Limit)
        {
            _findings.Add(finding);
        }
        else
        {
            _omitted++;
        }
    }

    /// <summary>Whether something of one of these kinds was found.</summary>
    public bool Has(params ReadOnlySpan<FindingDefinition> definitions)
    {
        foreach (var finding in _findings)
        {
            if (definitions.Contains(finding.Definition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Everything found, in the order of the file; a last note when something was left out.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        var ordered = _findings.OrderBy(finding => finding.Line ?? 0).ThenBy(finding => finding.Column ?? 0).ToList();
        if (_omitted > 0)
        {
            // An omitted error must still stop the invoice, so the note is itself an error; without errors there are never that many findings.
            ordered.Add(StructureFindings.MoreFindings.At(Location.File, ("count", _omitted.ToString(CultureInfo.InvariantCulture))));
        }

        return ordered;
    }
}
