using System.Collections;

namespace Ksef.Mapping.Csv;

/// <summary>The cells of a row, made into values only where somebody asks for them: the first pass asks for the number of the invoice alone.</summary>
internal sealed class CsvCells(string?[] texts, int line) : IReadOnlyList<DataValue?>
{
    public int Count => texts.Length;

    public string? TextOf(int index) => texts[index];

    public DataValue? this[int index] => texts[index] is { } text ? DataValue.OfText(text, new DataPlace(null, line, index + 1, null)) : null;

    public IEnumerator<DataValue?> GetEnumerator()
    {
        for (var index = 0; index < texts.Length; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
