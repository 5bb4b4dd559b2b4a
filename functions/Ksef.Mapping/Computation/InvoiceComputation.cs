using Ksef.Invoices;
using Ksef.Mapping.Exact;
using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>Computes an invoice: its lines, the totals of its rates, what is due.</summary>
internal sealed class InvoiceComputation(CompanyProfile profile)
{
    /// <summary>Computes an invoice.</summary>
    /// <returns>The invoice; <see langword="null"/> when an error was found.</returns>
    public ComputedInvoice? Compute(SimpleInvoice invoice, List<DataFinding> findings)
    {
        var stated = new StatedTotals(invoice);
        var isGross = PriceDirection.Of(invoice, findings);
        if (HasErrors(findings))
        {
            return null;
        }

        var computation = new LineComputation(findings);
        var lines = invoice.Lines.Select(line => computation.Compute(line, isGross)).OfType<ComputedLine>().ToList();
        if (invoice.Lines.Count == 0 && !(invoice.IsCorrection && (stated.ByRate().Count > 0 || invoice.Correction.BuyerBefore is not null)))
        {
            findings.Add(MeaningFindings.NoLines.At(invoice.Source.Head.Place));
        }

        if (HasErrors(findings))
        {
            return null;
        }

        var (totals, rounding) = Totals(invoice, lines, stated, findings);
        totals = ZlotyTax.Add(invoice, lines, totals, findings);
        var computed = new ComputedInvoice(invoice, lines, totals)
        {
            Due = totals.Sum(total => total.Net + total.Tax),
            OrderValue = InvoiceKinds.IsAdvance(invoice.Kind) ? OrderValue(lines, stated) : null,
            Rounding = rounding,
        };
        CompareToPay(computed, findings);
        return HasErrors(findings) ? null : computed;
    }

    private static void CompareToPay(ComputedInvoice computed, List<DataFinding> findings)
    {
        var invoice = computed.Invoice;
        if (invoice.ToPay is { } stated && !HasErrors(findings) && Settlement.ToPay(computed) is var left && left != stated)
        {
            (string, Words)[] values = [("field", RowReader.NameOf(InvoiceFields.ToPay)), ("stated", Money.Show(stated)), ("computed", Money.Show(left))];
            findings.Add(invoice.Source.Head[InvoiceFields.ToPay] is { } value ? MeaningFindings.Total.At(value, values) : MeaningFindings.Total.At(invoice.Source.Head.Place, values));
        }
    }

    private (IReadOnlyList<RateTotal> Totals, TaxRounding Rounding) Totals(SimpleInvoice invoice, List<ComputedLine> lines, StatedTotals stated, List<DataFinding> findings)
    {
        if (lines.Count == 0)
        {
            var byRate = stated.ByRate();
            stated.Report(byRate, findings);
            return (byRate, profile.Rounding);
        }

        if (InvoiceKinds.IsAdvance(invoice.Kind))
        {
            return (AdvanceTotals.Of(invoice, lines, stated, findings), TaxRounding.ByRate);
        }

        if (invoice.Kind == InvoiceKind.Roz)
        {
            return First(SettledTotals.Of(invoice, [.. Candidates(lines)], stated, findings), stated, findings);
        }

        return First([.. Candidates(lines), .. SettledTotals.Corrected(invoice, lines, stated)], stated, findings);
    }

    /// <summary>The first way to round that gives what is stated.</summary>
    private (IReadOnlyList<RateTotal> Totals, TaxRounding Rounding) First(
        IEnumerable<(IReadOnlyList<RateTotal> Totals, TaxRounding Rounding)> candidates, StatedTotals stated, List<DataFinding> findings)
    {
        IReadOnlyList<RateTotal>? first = null;
        foreach (var candidate in candidates)
        {
            if (stated.Fit(candidate.Totals))
            {
                return candidate;
            }

            first ??= candidate.Totals;
        }

        if (first is not null)
        {
            stated.Report(first, findings);
        }

        return ([], profile.Rounding);
    }

    /// <summary>The legal ways to round, the company's own first; the others are reckoned only where that one does not fit.</summary>
    private IEnumerable<(IReadOnlyList<RateTotal> Totals, TaxRounding Rounding)> Candidates(List<ComputedLine> lines)
    {
        var isByRate = profile.Rounding == TaxRounding.ByRate;
        yield return isByRate ? (RateSums.ByRate(lines), TaxRounding.ByRate) : (RateSums.ByLine(lines), TaxRounding.ByLine);
        yield return isByRate ? (RateSums.ByLine(lines), TaxRounding.ByLine) : (RateSums.ByRate(lines), TaxRounding.ByRate);
        if (lines.Exists(line => line.Line.IsBefore))
        {
            yield return (RateSums.ByState(lines), TaxRounding.ByRate);
        }
    }

    private static decimal OrderValue(List<ComputedLine> lines, StatedTotals stated) =>
        stated.Of(TotalFields.OrderValue) ?? RateSums.ByRate([.. lines.Where(line => !line.Line.IsBefore)]).Sum(total => total.Net + total.Tax);

    private static bool HasErrors(List<DataFinding> findings) => findings.Exists(finding => finding.Severity == FindingSeverity.Error);
}
