using System.Xml.Linq;
using static Ksef.Mapping.Tests.Mapped;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>What whoever writes the simple layout knows, and FA(3) says in another place or leaves out.</summary>
internal static class SimpleAmounts
{
    public static void Complete(XElement fa, Dictionary<SimpleField, string> head, List<Dictionary<SimpleField, string>> lines)
    {
        if (head[InvoiceFields.Kind] == "UPR" && lines is [var only])
        {
            CompleteSimplified(fa, head, only);
        }

        if (lines.Exists(line => line.ContainsKey(LineFields.Gross) && !line.ContainsKey(LineFields.Net)))
        {
            head[InvoiceFields.Prices] = "brutto";
        }

        // One rate of exchange for all lines is that of the invoice.
        if (lines.Count > 0 && lines[0].TryGetValue(LineFields.ExchangeRate, out var rate) && lines.TrueForAll(line => line.GetValueOrDefault(LineFields.ExchangeRate) == rate))
        {
            head[InvoiceFields.ExchangeRate] = rate;
            lines.ForEach(line => line.Remove(LineFields.ExchangeRate));
        }
    }

    /// <summary>A simplified invoice may show the sums alone, or the rate alone: with one line they are its own.</summary>
    private static void CompleteSimplified(XElement fa, Dictionary<SimpleField, string> head, Dictionary<SimpleField, string> line)
    {
        line.TryAdd(LineFields.VatRate, "23");
        if (fa.Element(Fa3 + "P_13_1") is { } net)
        {
            line.TryAdd(LineFields.Net, net.Value);
        }
        else
        {
            line.TryAdd(LineFields.Gross, head[TotalFields.Gross]);
        }
    }
}
