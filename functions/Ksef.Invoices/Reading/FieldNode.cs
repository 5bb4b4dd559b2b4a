namespace Ksef.Invoices.Reading;

/// <summary>An element on the way to a field, or a field itself. Elements that nobody asks for have no node and cost nothing.</summary>
internal sealed class FieldNode(string name, FieldNode? parent, bool isRepeated)
{
    private readonly List<FieldNode> _children = [];

    public string Name { get; } = name;

    public FieldNode? Parent { get; } = parent;

    /// <summary>Whether the element may occur several times and its occurrences matter.</summary>
    public bool IsRepeated { get; } = isRepeated;

    public Field Field { get; private set; }

    /// <summary>Number of the repeated element among those of its schema; for its descendants the same; -1 outside of any.</summary>
    public int Counter { get; private init; } = -1;

    public FieldNode? Child(string localName)
    {
        foreach (var child in _children)
        {
            if (child.Name == localName)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>XPath of this element in the given occurrence of its repeated ancestor.</summary>
    public string PathOf(int occurrence)
    {
        var step = IsRepeated ? $"/{Name}[{occurrence}]" : "/" + Name;
        return (Parent?.PathOf(occurrence) ?? string.Empty) + step;
    }

    /// <summary>Builds the tree of a schema from paths, in which <c>*</c> marks a repeated element.</summary>
    /// <returns>The root and the number of counters that the repeated elements need.</returns>
    public static (FieldNode Root, int Counters) Build(string rootName, params ReadOnlySpan<(Field Field, string Path)> fields)
    {
        var root = new FieldNode(rootName, null, false);
        var counters = 0;
        foreach (var (field, path) in fields)
        {
            var node = root;
            foreach (var step in path.Split('/'))
            {
                node = node.Child(step.TrimEnd('*')) ?? node.AddChild(step, ref counters);
            }

            node.Field = field;
        }

        return (root, counters);
    }

    private FieldNode AddChild(string step, ref int counters)
    {
        var isRepeated = step.EndsWith('*');
        var child = new FieldNode(step.TrimEnd('*'), this, isRepeated) { Counter = isRepeated ? counters++ : Counter };
        _children.Add(child);
        return child;
    }
}
