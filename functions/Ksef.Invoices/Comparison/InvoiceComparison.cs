using System.Globalization;
using System.Xml;
using Ksef.Invoices.Reading;

namespace Ksef.Invoices;

/// <summary>
/// Compares two invoices by what they say: field by field, in whatever form they are written. When the file was made and by which program
/// (<c>DataWytworzeniaFa</c>, <c>SystemInfo</c>) is no part of it.
/// </summary>
public static class InvoiceComparison
{
    private static readonly HashSet<string> NotOfTheInvoice = ["Faktura/Naglowek/DataWytworzeniaFa", "Faktura/Naglowek/SystemInfo"];

    /// <summary>The fields in which the invoices differ, in the order of the first one; empty when both say the same.</summary>
    /// <param name="before">An invoice, well formed.</param>
    /// <param name="after">Another one, well formed.</param>
    /// <exception cref="XmlException">One of them is not well formed.</exception>
    public static IReadOnlyList<InvoiceDifference> Compare(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (before.Span.SequenceEqual(after.Span))
        {
            return [];
        }

        var others = Fields(after);
        var differences = new List<InvoiceDifference>();
        foreach (var (path, value) in Fields(before))
        {
            var isThere = others.Remove(path, out var other);
            if (!isThere || !IsSame(value, other!))
            {
                differences.Add(new InvoiceDifference(path, value, other));
            }
        }

        differences.AddRange(others.Select(added => new InvoiceDifference(added.Key, Before: null, added.Value)));
        return differences;
    }

    // 12.5 and 12.50 are one amount.
    private static bool IsSame(string one, string other) => one == other
        || (decimal.TryParse(one, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var first)
            && decimal.TryParse(other, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var second)
            && first == second
            && one.Contains('.', StringComparison.Ordinal) | other.Contains('.', StringComparison.Ordinal));

    private static OrderedDictionary<string, string> Fields(ReadOnlyMemory<byte> invoice)
    {
        var fields = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        using var xml = InvoiceXml.Open(invoice);
        var open = new Stack<OpenElement>();
        open.Push(new OpenElement(string.Empty));
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var element = new OpenElement(open.Peek().PathOf(xml.LocalName));
                    AddAttributes(xml, element, fields);
                    if (xml.IsEmptyElement)
                    {
                        Add(fields, element);
                    }
                    else
                    {
                        open.Push(element);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Text += xml.Value;
                    break;
                case XmlNodeType.EndElement:
                    Add(fields, open.Pop());
                    break;
            }
        }

        return fields;
    }

    // What holds other elements is no value, unless it is empty.
    private static void Add(OrderedDictionary<string, string> fields, OpenElement element)
    {
        if (!element.HasElements && !NotOfTheInvoice.Contains(element.Path))
        {
            fields.Add(element.Path, string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    private static void AddAttributes(XmlReader xml, OpenElement element, OrderedDictionary<string, string> fields)
    {
        if (xml.Depth == 0)
        {
            fields.Add($"{element.Path}/@xmlns", xml.NamespaceURI);
        }

        for (var hasNext = xml.MoveToFirstAttribute(); hasNext; hasNext = xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI.Length == 0)
            {
                fields.Add($"{element.Path}/@{xml.LocalName}", xml.Value.Trim());
            }
        }

        xml.MoveToElement();
    }

    private sealed class OpenElement(string path)
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public string Path => path;

        public string Text { get; set; } = string.Empty;

        public bool HasElements => _counts.Count > 0;

        public string PathOf(string child)
        {
            var position = _counts[child] = _counts.GetValueOrDefault(child) + 1;
            var name = position == 1 ? child : string.Create(CultureInfo.InvariantCulture, $"{child}[{position}]");
            return path.Length == 0 ? name : $"{path}/{name}";
        }
    }
}
