namespace Ksef.Mapping.Exact;

/// <summary>A row through the company's mapping: constants before what the file says, defaults after it, words turned into ours.</summary>
internal sealed class MappedRow(DataRow row, DataMapping mapping)
{
    private static readonly DataPlace Constants = new("mapping.json", null, null, "constants");
    private static readonly DataPlace Defaults = new("mapping.json", null, null, "defaults");

    public DataRow Row => row;

    private readonly bool _isPlain = mapping.Constants.Count == 0 && mapping.Defaults.Count == 0 && mapping.Codes.Count == 0;

    public bool Has(SimpleField field) => _isPlain ? row.Has(field) : Get(field) is not null;

    public DataValue? Get(SimpleField field) => _isPlain ? row[field] : Given(field) is { } value ? Translated(field, value) : null;

    private DataValue? Given(SimpleField field) =>
        mapping.Constants.TryGetValue(field, out var constant) ? DataValue.OfText(constant, Constants)
        : row[field] is { } given ? given
        : mapping.Defaults.TryGetValue(field, out var common) ? DataValue.OfText(common, Defaults)
        : null;

    private DataValue? Translated(SimpleField field, DataValue value)
    {
        if (value.Type == DataValueType.Error || !mapping.Codes.TryGetValue(field, out var codes))
        {
            return value;
        }

        // As it is written first: "-1" and "1" are two codes, yet alike as words.
        var isKnown = codes.TryGetValue(value.Shown, out var ours) || codes.TryGetValue(WordKey.Of(value.Shown), out ours);
        return !isKnown ? value : ours!.Length == 0 ? null : DataValue.OfText(ours, value.Place);
    }
}
