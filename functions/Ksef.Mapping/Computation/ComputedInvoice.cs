using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>An invoice that is ready to be written.</summary>
internal sealed record ComputedInvoice(SimpleInvoice Invoice, IReadOnlyList<ComputedLine> Lines, IReadOnlyList<RateTotal> Totals)
{
    /// <summary>P_15.</summary>
    public required decimal Due { get; init; }

    /// <summary>WartoscZamowienia of an advance invoice.</summary>
    public decimal? OrderValue { get; init; }

    /// <summary>How the tax was rounded.</summary>
    public required TaxRounding Rounding { get; init; }
}
