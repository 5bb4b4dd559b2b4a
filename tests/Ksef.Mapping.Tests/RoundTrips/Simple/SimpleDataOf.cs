using System.Xml.Linq;
using static Ksef.Mapping.Tests.Mapped;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>Says an FA(3) in the fields of the simple layout, as far as they reach.</summary>
internal static class SimpleDataOf
{
    public static SimpleData Read(XElement invoice)
    {
        var fa = invoice.Element(Fa3 + "Fa")!;
        var head = new Dictionary<SimpleField, string>();
        var rows = new List<(FieldLevel, Dictionary<SimpleField, string>)>();
        SimplePaths.Copy(invoice, SimplePaths.Head, head);
        foreach (var field in TotalFields.All.Where(field => field.Element.StartsWith("P_1", StringComparison.Ordinal) && fa.Element(Fa3 + field.Element) is not null))
        {
            head.Add(field, fa.Element(Fa3 + field.Element)!.Value);
        }

        if (invoice.At("Podmiot1/PrefiksPodatnika") is not null)
        {
            head.Add(SellerFields.EuPrefix, "true");
        }

        AddMarks(fa, head);
        AddLists(fa, head);
        foreach (var (path, level, fields) in SimplePaths.Rows)
        {
            foreach (var element in Elements(invoice, path))
            {
                var values = new Dictionary<SimpleField, string>();
                SimplePaths.Copy(element, fields, values);
                if (path == SimplePaths.BuyerBefore)
                {
                    values.Add(PartyFields.Role, "nabywca przed korektą");
                }

                rows.Add((level, values));
            }
        }

        SimpleAmounts.Complete(fa, head, [.. rows.Where(row => row.Item1 == FieldLevel.Line).Select(row => row.Item2)]);
        return new SimpleData(head, rows);
    }

    private static void AddMarks(XElement fa, Dictionary<SimpleField, string> head)
    {
        foreach (var (element, word) in new[] { ("P_PMarzy_2", "biura podróży"), ("P_PMarzy_3_1", "towary używane"), ("P_PMarzy_3_2", "dzieła sztuki"), ("P_PMarzy_3_3", "antyki") })
        {
            if (fa.Descendants(Fa3 + element).Any())
            {
                head.Add(InvoiceFields.Margin, word);
            }
        }
    }

    private static void AddLists(XElement fa, Dictionary<SimpleField, string> head)
    {
        foreach (var (path, field) in new[] { ("WZ", InvoiceFields.DeliveryNotes), ("WarunkiTransakcji/NrPartiiTowaru", InvoiceFields.BatchNumbers) })
        {
            if (string.Join("; ", Elements(fa, path).Select(element => element.Value)) is { Length: > 0 } list)
            {
                head.Add(field, list);
            }
        }
    }

    private static IEnumerable<XElement> Elements(XElement root, string path) =>
        path.Split('/').Aggregate<string, IEnumerable<XElement>>([root], (elements, name) => elements.Elements(Fa3 + name));
}
