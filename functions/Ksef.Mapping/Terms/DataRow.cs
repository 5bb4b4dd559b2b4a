using System.Diagnostics.CodeAnalysis;

namespace Ksef.Mapping;

/// <summary>The values of one level: of the invoice, of one line, of one third party.</summary>
public sealed class DataRow
{
    private const int UsualFields = 8;

    // A row has few fields and is asked for many that it lacks: to compare references is cheaper than to hash them.
    private SimpleField[] _fields;
    private DataValue[] _values;

    /// <summary>A row without values.</summary>
    /// <param name="level">What the fields say something about.</param>
    /// <param name="place">Where the row begins.</param>
    public DataRow(FieldLevel level, DataPlace place)
        : this(level, place, UsualFields)
    {
    }

    /// <summary>A row that will have about so many values.</summary>
    internal DataRow(FieldLevel level, DataPlace place, int fields)
    {
        Level = level;
        Place = place;
        _fields = new SimpleField[fields];
        _values = new DataValue[fields];
    }

    /// <summary>What the fields say something about.</summary>
    public FieldLevel Level { get; }

    /// <summary>Where the row begins.</summary>
    public DataPlace Place { get; }

    /// <summary>All values as they are now, in the order in which they were written down.</summary>
    public IReadOnlyDictionary<SimpleField, DataValue> Values
    {
        get
        {
            var values = new Dictionary<SimpleField, DataValue>(Count);
            for (var index = 0; index < Count; index++)
            {
                values.Add(_fields[index], _values[index]);
            }

            return values;
        }
    }

    /// <summary>How many values there are.</summary>
    internal int Count { get; private set; }

    /// <summary>The value of a field.</summary>
    /// <returns>The value; <see langword="null"/> when the file says nothing.</returns>
    public DataValue? this[SimpleField field] => IndexOf(field) is >= 0 and var index ? _values[index] : null;

    /// <summary>Whether the file says something for a field.</summary>
    public bool TryGet(SimpleField field, [MaybeNullWhen(false)] out DataValue value)
    {
        var index = IndexOf(field);
        value = index < 0 ? default : _values[index];
        return index >= 0;
    }

    /// <summary>Writes a value down, in place of an earlier one. An empty text is no value and leaves the row as it is.</summary>
    /// <exception cref="ArgumentException">The field is of another level.</exception>
    public void Set(SimpleField field, DataValue value)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.Level != Level)
        {
            throw new ArgumentException($"The field '{field}' is of the level {field.Level}, the row of {Level}.", nameof(field));
        }

        if (value.Type == DataValueType.Text && value.Shown.Length == 0)
        {
            return;
        }

        var index = IndexOf(field);
        if (index < 0)
        {
            index = Add(field);
        }

        _values[index] = value;
    }

    /// <summary>Whether the file says something for a field.</summary>
    internal bool Has(SimpleField field) => IndexOf(field) >= 0;

    /// <summary>Whether another row says the same, wherever it stands.</summary>
    internal bool SaysAs(DataRow other)
    {
        if (Level != other.Level || Count != other.Count)
        {
            return false;
        }

        for (var index = 0; index < Count; index++)
        {
            if (!other.TryGet(_fields[index], out var value) || value.Shown != _values[index].Shown)
            {
                return false;
            }
        }

        return true;
    }

    private int IndexOf(SimpleField field)
    {
        for (var index = 0; index < Count; index++)
        {
            if (ReferenceEquals(_fields[index], field))
            {
                return index;
            }
        }

        return -1;
    }

    private int Add(SimpleField field)
    {
        if (Count == _fields.Length)
        {
            Array.Resize(ref _fields, Math.Max(UsualFields, Count * 2));
            Array.Resize(ref _values, Math.Max(UsualFields, Count * 2));
        }

        _fields[Count] = field;
        return Count++;
    }
}
