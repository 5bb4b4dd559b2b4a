namespace Ksef.Mapping;

/// <summary>How the tax of a rate is rounded to full groszy. Both ways are legal.</summary>
public enum TaxRounding
{
    /// <summary>Once, on the sum of the rate (art. 106e(1)(14), and (7) for gross prices).</summary>
    ByRate,

    /// <summary>Line by line, the tax of the rate being their sum (art. 106e(10)).</summary>
    ByLine,
}
