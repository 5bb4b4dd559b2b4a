using System.Globalization;

namespace Ksef.Invoices;

/// <summary>Collects the findings of one file, up to a number that a person can still read. A mistake made again and again is one finding with its places.</summary>
internal sealed class FindingList
{
    /// <summary>More than this helps nobody.</summary>
    public const int Limit = 100;

    /// <summary>More than any file of an honest program has: who looks for mistakes may stop.</summary>
    private const int MostMistakes = 20_000;

    private readonly Dictionary<(FindingDefinition, string), FindingGroup> _groups = [];
    private int _count;

    /// <summary>Whether an error was left out: whoever looks for further ones may stop. Warnings that are left out are not mentioned.</summary>
    public bool HasMoreErrors { get; private set; }

    /// <summary>Whether nothing more is taken, except the same mistakes in other places.</summary>
    private bool IsFull => _groups.Values.Sum(group => group.Shown) >= Limit;

    public void Add(Finding finding)
    {
        var key = (finding.Definition, FindingGroup.KeyOf(finding));
        if (++_count > MostMistakes)
        {
            HasMoreErrors |= finding.Severity == FindingSeverity.Error;
        }
        else if (_groups.TryGetValue(key, out var group) && group.IsCollapsed)
        {
            group.Add(finding);
        }
        else if (IsFull)
        {
            HasMoreErrors |= finding.Severity == FindingSeverity.Error;
        }
        else if (group is not null)
        {
            group.Add(finding);
        }
        else
        {
            _groups.Add(key, new FindingGroup(finding));
        }
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(finding);
        }
    }

    /// <summary>Whether the place of one more finding of this kind, which concerns no field, would be told to anybody.</summary>
    public bool TellsPlaceOf(FindingDefinition definition) =>
        _groups.TryGetValue((definition, string.Empty), out var group) && group.IsCollapsed ? group.Count < Limit : !IsFull;

    /// <summary>Whether something of one of these kinds was found.</summary>
    public bool Has(params ReadOnlySpan<FindingDefinition> definitions)
    {
        foreach (var (definition, _) in _groups.Keys)
        {
            if (definitions.Contains(definition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Everything found, in the order of the file; a last note when something was left out.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        if (_groups.Count == 0)
        {
            return [];
        }

        var ordered = _groups.Values.SelectMany(group => group.ToFindings()).OrderBy(finding => finding.Line ?? 0).ThenBy(finding => finding.Column ?? 0).ToList();
        if (HasMoreErrors)
        {
            // The note is itself an error: one that was left out must still stop the invoice.
            ordered.Add(StructureFindings.MoreFindings.At(Location.File, ("count", ordered.Count.ToString(CultureInfo.InvariantCulture))));
        }

        return ordered;
    }
}
