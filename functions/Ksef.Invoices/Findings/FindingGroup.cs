using System.Text;

namespace Ksef.Invoices;

/// <summary>The same mistake in one or more places: the same kind of finding on the same field.</summary>
internal sealed class FindingGroup(Finding first)
{
    /// <summary>So many are still shown one by one.</summary>
    private const int Few = 3;

    private readonly List<Finding> _few = [first];
    private readonly List<int> _fileLines = [];
    private readonly List<InvoiceLineNumber> _invoiceLines = [];

    public int Count { get; private set; } = 1;

    /// <summary>Whether all are told in one finding.</summary>
    public bool IsCollapsed => Count > Few;

    /// <summary>How many findings it makes.</summary>
    public int Shown => IsCollapsed ? 1 : Count;

    /// <summary>The path without the ranks in it, and what else tells the mistakes of one field apart.</summary>
    public static string KeyOf(Finding finding)
    {
        if (finding.Path is not { } path)
        {
            return string.Empty;
        }

        var key = new StringBuilder(path.Length);
        var isRank = false;
        foreach (var character in path)
        {
            isRank |= character == '[';
            if (!isRank)
            {
                key.Append(character);
            }

            isRank &= character != ']';
        }

        return key.Append(' ').Append(finding.Distinction).ToString();
    }

    public void Add(Finding finding)
    {
        Count++;
        if (Count <= Few)
        {
            _few.Add(finding);
        }
        else
        {
            Note(finding);
        }
    }

    public IEnumerable<Finding> ToFindings()
    {
        if (!IsCollapsed)
        {
            return _few;
        }

        _few.Skip(1).ToList().ForEach(Note);
        var places = Places.Others(Count - 1, _invoiceLines, _fileLines);
        return [first with { MessagePl = first.MessagePl + places.Pl, MessageEn = first.MessageEn + places.En, Count = Count }];
    }

    private void Note(Finding finding)
    {
        if (finding.InvoiceLine is { } invoiceLine)
        {
            _invoiceLines.Add(invoiceLine);
        }
        else if (finding.Line is { } line)
        {
            _fileLines.Add(line);
        }
    }
}
