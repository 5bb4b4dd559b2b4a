using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Tells whether an invoice is reckoned from net or from gross prices (art. 106e(7) and (8) of the VAT Act).</summary>
internal static class PriceDirection
{
    public static bool Of(SimpleInvoice invoice, List<DataFinding> findings)
    {
        if (invoice.IsGross is { } said)
        {
            return said;
        }

        SimpleLine? gross = null;
        var hasNet = false;
        foreach (var line in invoice.Lines.Where(line => !Money.IsMargin(line.Rate)))
        {
            var isNet = line.NetPrice is not null || line.Net is not null;
            hasNet |= isNet;
            // A line that has both is reckoned from net: programs write the gross amounts beside it for the reader.
            gross ??= !isNet && (line.GrossPrice is not null || line.Gross is not null) ? line : null;
        }

        if (gross is not null && hasNet)
        {
            findings.Add(MeaningFindings.LineKind.At(gross.Source.Place));
        }

        return gross is not null;
    }
}
