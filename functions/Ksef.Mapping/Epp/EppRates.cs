namespace Ksef.Mapping.Epp;

/// <summary>
/// What a rate number and the kind of transaction say together, as a rate of FA(3). Source: InsERT, "Struktura danych EDI++" 1.11, section 1.5 and position 55;
/// of all transactions but the home one only the description is known.
/// </summary>
internal static class EppRates
{
    private const int Home = 0;
    private const int Export = 1;
    private const int IntraEu = 2;
    private const int ExportOfServices = 4;
    private const int ReverseCharge = 6;
    private const int OutsideTheCountry = 12;
    private const int ReverseChargeOfServices = 21;

    /// <summary>Distance sale in the OSS scheme: the rate is that of the buyer's country.</summary>
    public const int Oss = 23;

    /// <summary>Simplified triangular transaction.</summary>
    public const int Triangular = 3;

    private static readonly int[] Positive = [23, 22, 8, 7, 5, 4, 3];

    /// <summary>The rate in the words of the simple layout.</summary>
    /// <param name="rate">The number of the line.</param>
    /// <param name="transaction">The kind of transaction of the document.</param>
    /// <param name="euBuyer">Whether the buyer is a taxpayer of another EU country.</param>
    /// <returns>The rate; <see langword="null"/> when the two do not say it.</returns>
    public static string? Of(decimal rate, int transaction, bool euBuyer)
    {
        if (decimal.Truncate(rate) != rate)
        {
            return null;
        }

        return (int)decimal.Clamp(rate, -6, 100) switch
        {
            0 => OfZero(transaction, euBuyer),
            -1 => "zw",
            -2 when transaction is Home or Export => "0 EX",
            -3 when transaction is Home or IntraEu => "0 WDT",
            -5 when transaction is Home or ReverseCharge or ReverseChargeOfServices => "oo",
            -2 or -3 or -5 => OfUntaxed(transaction, euBuyer),
            var positive when Positive.Contains(positive) && transaction is Home or Export or IntraEu => positive.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static string? OfZero(int transaction, bool euBuyer) => transaction switch
    {
        Home => "0 KR",
        Export => "0 EX",
        IntraEu => "0 WDT",
        ReverseCharge or ReverseChargeOfServices => "oo",
        _ => OfUntaxed(transaction, euBuyer),
    };

    /// <summary>A supply that takes place outside the country; services for taxpayers of the EU are those of art. 100(1)(4).</summary>
    private static string? OfUntaxed(int transaction, bool euBuyer) => transaction switch
    {
        ExportOfServices => euBuyer ? "np II" : "np I",
        OutsideTheCountry or Triangular => "np I",
        _ => null,
    };
}
