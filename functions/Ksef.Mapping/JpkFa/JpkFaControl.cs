using System.Globalization;
using Ksef.Mapping.Reading;

namespace Ksef.Mapping.JpkFa;

/// <summary>
/// The control sums of a file against what is in it. Only a warning: currencies are added up as numbers, and programs put gross sums where net ones belong.
/// </summary>
internal sealed class JpkFaControl
{
    private static readonly (string Element, string Count, string Value)[] Names =
    [
        (JpkFaSchema.InvoiceControl, "LiczbaFaktur", "WartoscFaktur"),
        (JpkFaSchema.LineControl, "LiczbaWierszyFaktur", "WartoscWierszyFaktur"),
    ];

    private readonly List<JpkFaRecord> _stated = [];
    private readonly decimal[] _counts = new decimal[Names.Length];
    private readonly decimal[] _values = new decimal[Names.Length];

    /// <summary>Counts an invoice.</summary>
    public void CountInvoice(JpkFaRecord record) => Count(0, record["P_15"]);

    /// <summary>Counts a line.</summary>
    public void CountLine(JpkFaRecord record) => Count(1, record["P_11"]);

    /// <summary>Takes an element that may hold control sums.</summary>
    public void State(JpkFaRecord record)
    {
        if (record.Element is JpkFaSchema.InvoiceControl or JpkFaSchema.LineControl && _stated.Count < Names.Length)
        {
            _stated.Add(record);
        }
    }

    /// <summary>What does not agree.</summary>
    public IEnumerable<DataFinding> Differences()
    {
        foreach (var record in _stated)
        {
            var index = Array.FindIndex(Names, name => name.Element == record.Element);
            foreach (var field in record.Fields)
            {
                var computed = field.Name == Names[index].Count ? _counts[index] : field.Name == Names[index].Value ? _values[index] : (decimal?)null;
                if (computed is { } right && PlainNumbers.TryRead(field.Text, out var stated) && stated != right)
                {
                    yield return JpkFaFindings.ControlSum.At(
                        new DataPlace(record.Element, field.Line, null, field.Name), ("field", field.Name), ("stated", field.Text), ("computed", right.ToString(CultureInfo.InvariantCulture)));
                }
            }
        }
    }

    private void Count(int index, string amount)
    {
        _counts[index]++;
        _values[index] += PlainNumbers.TryRead(amount, out var number) ? number : 0;
    }
}
