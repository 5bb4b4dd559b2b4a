using System.Diagnostics.CodeAnalysis;

namespace Ksef.Mapping;

/// <summary>The values of one level: of the invoice, of one line, of one third party.</summary>
/// <param name="level">What the fields say something about.</param>
/// <param name="place">Where the row begins.</param>
public sealed class DataRow(FieldLevel level, DataPlace place)
{
    private readonly Dictionary<SimpleField, DataValue> _values = [];

    /// <summary>What the fields say something about.</summary>
    public FieldLevel Level { get; } = level;

    /// <summary>Where the row begins.</summary>
    public DataPlace Place { get; } = place;

    /// <summary>All values, in the order in which they were written down.</summary>
    public IReadOnlyDictionary<SimpleField, DataValue> Values => _values;

    /// <summary>The value of a field.</summary>
    /// <returns>The value; <see langword="null"/> when the file says nothing.</returns>
    public DataValue? this[SimpleField field] => _values.TryGetValue(field, out var value) ? value : null;

    /// <summary>Whether the file says something for a field.</summary>
    public bool TryGet(SimpleField field, [MaybeNullWhen(false)] out DataValue value) => _values.TryGetValue(field, out value);

    /// <summary>Writes a value down, in place of an earlier one. An empty text is no value and leaves the row as it is.</summary>
    /// <exception cref="ArgumentException">The field is of another level.</exception>
    public void Set(SimpleField field, DataValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Level != Level)
        {
            throw new ArgumentException($"The field '{field}' is of the level {field.Level}, the row of {Level}.", nameof(field));
        }

        if (value.Type != DataValueType.Text || value.Shown.Length > 0)
        {
            _values[field] = value;
        }
    }
}
