namespace Ksef.Invoices.Reading;

/// <summary>The fields of one invoice, in the order of the file.</summary>
internal sealed class InvoiceFields
{
    /// <summary>What an invoice of a few lines has. More is no harm.</summary>
    private const int UsualCount = 64;

    private static readonly int Kinds = Enum.GetValues<Field>().Length;

    // One list for all kinds: lists of their own would be some fifty, which all grow. Each value knows the next of its kind.
    private readonly List<LinkedValue> _values = new(UsualCount);
    private readonly FieldChain[] _chains = new FieldChain[Kinds];

    public void Add(FieldValue value)
    {
        var at = _values.Count;
        _values.Add(new LinkedValue(value, 0));
        ref var chain = ref _chains[(int)value.Node.Field];
        if (chain.Count > 0)
        {
            _values[chain.Last] = _values[chain.Last] with { Next = at };
        }

        chain = new FieldChain(chain.Count > 0 ? chain.First : at, at, chain.Count + 1);
    }

    public FieldValues All(Field field) => _chains[(int)field] is { Count: > 0 } chain ? new FieldValues(_values, chain.First, chain.Count) : default;

    public FieldValue? First(Field field) => Has(field) ? _values[_chains[(int)field].First].Value : null;

    public string? Text(Field field) => First(field) is { Text.Length: > 0 } value ? value.Text : null;

    public bool Has(Field field) => _chains[(int)field].Count > 0;

    /// <summary>Where the values of one kind begin and end.</summary>
    private readonly record struct FieldChain(int First, int Last, int Count);
}
