using System.Text;
using Ksef.Mapping.Excel.Package;

namespace Ksef.Mapping.Excel.Cells;

/// <summary>
/// Texts that the cells of a workbook name by number. They stand in a part of their own and are needed in any order, so all are held:
/// as UTF-8 in large blocks, which takes half the memory of strings and leaves the collector little to do.
/// </summary>
internal sealed class SharedTexts
{
    private const int BlockLength = 1024 * 1024;

    private readonly List<byte[]> _blocks = [];
    private readonly List<Place> _places = [];
    private int _free;

    /// <summary>Reads the part of shared texts, which a workbook need not have.</summary>
    public static SharedTexts Read(PartXml? xml, ExcelLimits limits, CancellationToken cancellationToken)
    {
        var texts = new SharedTexts();
        long bytes = 0;
        while (xml is not null && xml.ReadElement())
        {
            if (xml.Is("si"))
            {
                cancellationToken.ThrowIfCancellationRequested();
                bytes += texts.Add(CellText.Read(xml)) + Place.Size;
                if (bytes > limits.SharedTextBytes)
                {
                    throw WorkbookRefusedException.TooLarge(new("bajtów wspólnych tekstów arkuszy", "bytes of the texts that the sheets share"), limits.SharedTextBytes);
                }
            }
        }

        return texts;
    }

    /// <summary>The text of a number from 0.</summary>
    /// <returns>The text, or <see langword="null"/> when there is none of that number.</returns>
    public string? Of(int number)
    {
        if (number < 0 || number >= _places.Count)
        {
            return null;
        }

        var place = _places[number];
        return Encoding.UTF8.GetString(_blocks[place.Block], place.Start, place.Length);
    }

    private int Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (_blocks.Count == 0 || _blocks[^1].Length - _free < length)
        {
            _blocks.Add(new byte[Math.Max(length, BlockLength)]);
            _free = 0;
        }

        Encoding.UTF8.GetBytes(text, _blocks[^1].AsSpan(_free));
        _places.Add(new Place(_blocks.Count - 1, _free, length));
        _free += length;
        return length;
    }

    private readonly record struct Place(int Block, int Start, int Length)
    {
        /// <summary>Bytes that a place takes itself.</summary>
        public const int Size = 12;
    }
}
