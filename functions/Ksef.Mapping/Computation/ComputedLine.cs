using Ksef.Mapping.Simple;

namespace Ksef.Mapping.Computation;

/// <summary>A line with its amounts.</summary>
/// <param name="Line">The line as it was read.</param>
/// <param name="Net">Net value; in gross reckoning what is left of the gross value without the tax.</param>
/// <param name="Tax">Tax of the line alone.</param>
/// <param name="Discount">Discount on the whole line.</param>
/// <param name="IsGross">Whether it is reckoned from its gross value.</param>
internal sealed record ComputedLine(SimpleLine Line, decimal Net, decimal Tax, decimal? Discount, bool IsGross)
{
    public decimal Gross => Net + Tax;
}
