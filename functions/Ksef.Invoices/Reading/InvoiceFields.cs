namespace Ksef.Invoices.Reading;

/// <summary>The fields of one invoice, in the order of the file.</summary>
internal sealed class InvoiceFields
{
    private readonly List<FieldValue>[] _values = new List<FieldValue>[Enum.GetValues<Field>().Length];

    public void Add(FieldValue value) => (_values[(int)value.Node.Field] ??= []).Add(value);

    public IReadOnlyList<FieldValue> All(Field field) => _values[(int)field] ?? [];

    public FieldValue? First(Field field) => All(field) is [var first, ..] ? first : null;

    public string? Text(Field field) => First(field) is { Text.Length: > 0 } value ? value.Text : null;

    public bool Has(Field field) => All(field).Count > 0;
}
