namespace Ksef.Mapping.Optima;

/// <summary>An element of a document, with what is in it.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Line">Line of the file, from 1.</param>
internal sealed record OptimaElement(string Name, int Line)
{
    /// <summary>Its text without blanks around it; empty when it has elements.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>The elements in it, in the order of the file.</summary>
    public List<OptimaElement> Children { get; } = [];

    /// <summary>The first element of a path, such as <c>PLATNIK/ADRES/MIASTO</c>.</summary>
    public OptimaElement? Find(string path)
    {
        var element = this;
        foreach (var name in path.Split('/'))
        {
            element = element?.Children.Find(child => child.Name == name);
        }

        return element;
    }

    /// <summary>All elements of a name within the first element of a path.</summary>
    public IEnumerable<OptimaElement> All(string path, string name) => Find(path)?.Children.Where(child => child.Name == name) ?? [];
}
