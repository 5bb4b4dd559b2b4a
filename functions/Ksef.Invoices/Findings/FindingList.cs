using System.Globalization;

namespace Ksef.Invoices;

/// <summary>Collects the findings of one file, up to a number that a person can still read.</summary>
internal sealed class FindingList
{
    /// <summary>More than this helps nobody.</summary>
    public const int Limit = 100;

    private readonly List<Finding> _findings = [];

    /// <summary>Whether an error was left out: whoever looks for further ones may stop. Warnings that are left out are not mentioned.</summary>
    public bool HasMoreErrors { get; private set; }

    /// <summary>Whether nothing more is taken.</summary>
    public bool IsFull => _findings.Count >= Limit;

    public void Add(Finding finding)
    {
        if (!IsFull)
        {
            _findings.Add(finding);
        }
        else
        {
            HasMoreErrors |= finding.Severity == FindingSeverity.Error;
        }
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
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
        if (HasMoreErrors)
        {
            // The note is itself an error: one that was left out must still stop the invoice.
            ordered.Add(StructureFindings.MoreFindings.At(Location.File, ("count", Limit.ToString(CultureInfo.InvariantCulture))));
        }

        return ordered;
    }
}
