namespace Ksef.Invoices.Rules;

/// <summary>Where the lines of a VAT rate are summed up.</summary>
/// <param name="NetFields">Fields that hold the net total; FA(2) does not tell its 0 % rates apart on the lines.</param>
/// <param name="TaxField">Field that holds the tax, none for rates without.</param>
/// <param name="Percent">The rate.</param>
internal sealed record VatRate(string[] NetFields, string? TaxField, decimal Percent)
{
    private static readonly Dictionary<string, VatRate> Rates = new()
    {
        ["23"] = new(["P_13_1"], "P_14_1", 23),
        ["22"] = new(["P_13_1"], "P_14_1", 22),
        ["8"] = new(["P_13_2"], "P_14_2", 8),
        ["7"] = new(["P_13_2"], "P_14_2", 7),
        ["5"] = new(["P_13_3"], "P_14_3", 5),
        ["4"] = new(["P_13_4"], "P_14_4", 4),
        ["3"] = new(["P_13_4"], "P_14_4", 3),
        ["0"] = new(["P_13_6_1", "P_13_6_2", "P_13_6_3"], null, 0),
        ["0 KR"] = new(["P_13_6_1"], null, 0),
        ["0 WDT"] = new(["P_13_6_2"], null, 0),
        ["0 EX"] = new(["P_13_6_3"], null, 0),
        ["zw"] = new(["P_13_7"], null, 0),
        ["np"] = new(["P_13_8", "P_13_9"], null, 0),
        ["np I"] = new(["P_13_8"], null, 0),
        ["np II"] = new(["P_13_9"], null, 0),
        ["oo"] = new(["P_13_10"], null, 0),
    };

    /// <summary>The rate of a line's P_12, or <see langword="null"/> for one that no schema has.</summary>
    public static VatRate? Of(string? code) => code is null ? null : Rates.GetValueOrDefault(code);

    /// <summary>Net value of a line in this rate; from gross prices by taking the tax out of them.</summary>
    public decimal? NetOf(InvoiceLine line) => (line.Net, line.Gross) switch
    {
        ({ } net, _) => net,
        (null, { } gross) => gross - (line.Tax ?? Math.Round(gross * Percent / (100 + Percent), 2, MidpointRounding.AwayFromZero)),
        _ => null,
    };
}
