namespace Ksef.Mapping.Simple;

/// <summary>A VAT rate and where its lines are summed up.</summary>
/// <param name="Code">P_12; <see langword="null"/> for lines that have none (OSS, margin).</param>
/// <param name="Percent">The rate in hundredths.</param>
/// <param name="Total">What follows <c>P_13_</c> in the name of its total.</param>
/// <param name="HasTax">Whether it has a total of tax.</param>
internal sealed record SaleRate(string? Code, decimal Percent, string Total, bool HasTax)
{
    public static readonly SaleRate ZeroDomestic = new("0 KR", 0, "6_1", false);
    public static readonly SaleRate ZeroEu = new("0 WDT", 0, "6_2", false);
    public static readonly SaleRate ZeroExport = new("0 EX", 0, "6_3", false);
    public static readonly SaleRate Exempt = new("zw", 0, "7", false);
    public static readonly SaleRate Outside1 = new("np I", 0, "8", false);
    public static readonly SaleRate Outside2 = new("np II", 0, "9", false);
    public static readonly SaleRate ReverseCharge = new("oo", 0, "10", false);
    public static readonly SaleRate Margin = new(null, 0, "11", false);

    private static readonly SaleRate[] WithTax =
    [
        new("23", 23, "1", true), new("22", 22, "1", true), new("8", 8, "2", true), new("7", 7, "2", true),
        new("5", 5, "3", true), new("4", 4, "4", true), new("3", 3, "4", true),
    ];

    /// <summary>The totals in the order of FA(3).</summary>
    public static IReadOnlyList<string> Totals { get; } = ["1", "2", "3", "4", "5", "6_1", "6_2", "6_3", "7", "8", "9", "10", "11"];

    /// <summary>A rate of the country of consumption (OSS).</summary>
    public static SaleRate Oss(decimal percent) => new(null, percent, "5", true);

    /// <summary>The rate of a number, such as 23; none for 0, which says too little.</summary>
    public static SaleRate? OfPercent(decimal percent) => Array.Find(WithTax, rate => rate.Percent == percent);

    /// <summary>The rate of a symbol; none for a bare <c>0</c> or <c>np</c>.</summary>
    public static SaleRate? OfSymbol(string key) => key switch
    {
        "0kr" or "kr" or "0krajowa" or "0domestic" => ZeroDomestic,
        "0wdt" or "wdt" or "ue" => ZeroEu,
        "0ex" or "ex" or "0eksport" or "eksport" or "export" or "0exp" or "exp" => ZeroExport,
        "zw" or "zwolnione" or "zwolniony" or "zwolniona" or "exempt" => Exempt,
        "npi" or "np1" => Outside1,
        "npii" or "np2" => Outside2,
        "oo" or "odwrotneobciazenie" or "reversecharge" => ReverseCharge,
        "marza" or "margin" => Margin,
        _ => null,
    };
}
