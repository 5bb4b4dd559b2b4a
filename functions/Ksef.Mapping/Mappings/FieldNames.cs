using System.Collections.Frozen;

namespace Ksef.Mapping;

/// <summary>Finds fields by what stands for them: a name of the simple layout, an element of FA(3), or a word of the company's mapping.</summary>
internal sealed class FieldNames
{
    private static readonly FrozenDictionary<string, SimpleField> Known = ByName().ToFrozenDictionary();

    private readonly Dictionary<string, SimpleField?> _own = [];

    public FieldNames(DataMapping mapping)
    {
        foreach (var (heading, field) in mapping.Columns)
        {
            _own[WordKey.Of(heading)] = field;
        }
    }

    /// <summary>What a heading means.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="field">Its field; <see langword="null"/> when it is to be passed over.</param>
    /// <returns>Whether the heading is known.</returns>
    public bool TryFind(string heading, out SimpleField? field)
    {
        var key = WordKey.Of(heading);
        return _own.TryGetValue(key, out field) || Known.TryGetValue(key, out field);
    }

    private static Dictionary<string, SimpleField> ByName()
    {
        var names = new Dictionary<string, SimpleField>();
        foreach (var field in SimpleFields.All)
        {
            names[WordKey.Of(field.Pl)] = field;
            names[WordKey.Of(field.En)] = field;
        }

        // An element of FA(3) stands for a field where only one field becomes it.
        foreach (var group in SimpleFields.All.Where(field => field.Element.StartsWith("P_", StringComparison.Ordinal)).GroupBy(field => WordKey.Of(field.Element)).Where(group => group.Count() == 1))
        {
            names.TryAdd(group.Key, group.Single());
        }

        return names;
    }
}
