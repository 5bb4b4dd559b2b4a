using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Computes a line from what it states, and compares what it states twice.</summary>
internal sealed class LineComputation(List<DataFinding> findings)
{
    /// <summary>A line's tax may be rounded from its unrounded value, or be what is left between two rounded ones.</summary>
    private const decimal TaxTolerance = 0.011m;

    public ComputedLine? Compute(SimpleLine line, bool isGross)
    {
        isGross |= Money.IsMargin(line.Rate);
        if (Math.Abs((line.Quantity ?? 0) * ((isGross ? line.GrossPrice : line.NetPrice) ?? 0)) >= FieldLimits.LargestAmount)
        {
            findings.Add(ValueFindings.OutOfRange.At(line.Source.Place, ("field", RowReader.NameOf(LineFields.Quantity)), ("value", Money.Show(line.Quantity!.Value))));
            return null;
        }

        var discount = line.Discount ?? DiscountOf(line, isGross);
        var amount = isGross ? GrossOf(line, discount) : NetOf(line, discount);
        if (amount is not { } value)
        {
            findings.Add(MeaningFindings.LineWithoutAmount.At(line.Source.Place));
            return null;
        }

        var percent = line.Rate.Percent;
        var expected = isGross ? Money.TaxIn(value, percent) : Money.TaxOn(value, percent);
        var tax = line.Tax ?? (isGross ? value - line.Net : line.Gross - value) ?? expected;
        if (Math.Abs(tax - expected) > TaxTolerance)
        {
            Differ(MeaningFindings.LineTax, line, line.Tax is null ? (isGross ? LineFields.Net : LineFields.Gross) : LineFields.Tax,
                line.Tax ?? (isGross ? line.Net : line.Gross) ?? tax, line.Tax is not null ? expected : isGross ? value - expected : value + expected);
            return null;
        }

        var computed = new ComputedLine(line, isGross ? value - tax : value, tax, discount, isGross);
        return AgreesWithItself(line, computed) ? computed : null;
    }

    private static decimal? DiscountOf(SimpleLine line, bool isGross) =>
        line is { DiscountPercent: { } percent and not 0, Quantity: { } quantity } && (isGross ? line.GrossPrice : line.NetPrice) is { } price
            ? Money.Round(quantity * price * percent / 100)
            : null;

    private decimal? NetOf(SimpleLine line, decimal? discount)
    {
        var stated = line.Net ?? (line.Gross - line.Tax);
        return Checked(line, LineFields.Net, stated, line.NetPrice, discount);
    }

    private decimal? GrossOf(SimpleLine line, decimal? discount)
    {
        var stated = line.Gross ?? (line.Net + line.Tax);
        return Checked(line, LineFields.Gross, stated, line.GrossPrice, discount);
    }

    private decimal? Checked(SimpleLine line, SimpleField field, decimal? stated, decimal? price, decimal? discount)
    {
        if (price is not { } unit || line.Quantity is not { } quantity)
        {
            return stated;
        }

        var computed = Money.Round((quantity * unit) - (discount ?? 0));
        if (stated is { } amount && Math.Abs(amount - computed) > Tolerance(quantity, unit))
        {
            Differ(MeaningFindings.LineAmount, line, field, amount, computed);
        }

        return stated ?? computed;
    }

    /// <summary>A price is known to its last decimal, at least to the second: its error counts as often as there are units.</summary>
    private static decimal Tolerance(decimal quantity, decimal price)
    {
        var unit = 0.005m;
        for (var scale = 2; scale < price.Scale; scale++)
        {
            unit /= 10;
        }

        return 0.0051m + (Math.Abs(quantity) * unit);
    }

    private bool AgreesWithItself(SimpleLine line, ComputedLine computed)
    {
        if (line.Net is { } net && net != computed.Net)
        {
            Differ(MeaningFindings.LineTax, line, LineFields.Net, net, computed.Net);
            return false;
        }

        if (line.Gross is { } gross && gross != computed.Gross)
        {
            Differ(MeaningFindings.LineTax, line, LineFields.Gross, gross, computed.Gross);
            return false;
        }

        return true;
    }

    private void Differ(FindingDefinition definition, SimpleLine line, SimpleField field, decimal stated, decimal computed)
    {
        (string, Words)[] values = [("field", RowReader.NameOf(field)), ("stated", Money.Show(stated)), ("computed", Money.Show(computed))];
        findings.Add(line.Source[field] is { } value ? definition.At(value, values) : definition.At(line.Source.Place, values));
    }
}
