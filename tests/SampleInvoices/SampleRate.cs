namespace SampleInvoices;

/// <summary>A VAT rate and the fields of the invoice that sum it up.</summary>
/// <param name="Code">P_12 in FA(3).</param>
/// <param name="Percent">Rate in percent.</param>
/// <param name="NetField">Field of the net total.</param>
/// <param name="VatField">Field of the tax total, none for rates without tax.</param>
public sealed record SampleRate(string Code, decimal Percent, string NetField, string? VatField)
{
    public static SampleRate Standard23 { get; } = new("23", 23, "P_13_1", "P_14_1");
    public static SampleRate Reduced8 { get; } = new("8", 8, "P_13_2", "P_14_2");
    public static SampleRate Reduced5 { get; } = new("5", 5, "P_13_3", "P_14_3");
    public static SampleRate Zero { get; } = new("0 KR", 0, "P_13_6_1", null);
    public static SampleRate Exempt { get; } = new("zw", 0, "P_13_7", null);

    /// <summary>In the order in which the schema wants their totals.</summary>
    public static IReadOnlyList<SampleRate> All { get; } = [Standard23, Reduced8, Reduced5, Zero, Exempt];

    /// <summary>Tax on a net total, rounded to the grosz.</summary>
    public decimal TaxOn(decimal net) => Math.Round(net * Percent / 100, 2, MidpointRounding.AwayFromZero);
}
