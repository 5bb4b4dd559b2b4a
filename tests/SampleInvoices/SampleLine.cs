namespace SampleInvoices;

/// <summary>A line of a sample invoice.</summary>
/// <param name="Name">Goods or service (P_7).</param>
/// <param name="Unit">Unit of measure (P_8A).</param>
/// <param name="Quantity">Quantity (P_8B).</param>
/// <param name="UnitPrice">Net price of one unit (P_9A).</param>
/// <param name="Rate">VAT rate.</param>
public sealed record SampleLine(string Name, string Unit, decimal Quantity, decimal UnitPrice, SampleRate Rate)
{
    /// <summary>Net value, rounded to the grosz (P_11).</summary>
    public decimal Net => Math.Round(Quantity * UnitPrice, 2, MidpointRounding.AwayFromZero);

    /// <summary>Whether this is the state before a correction (StanPrzed): it counts against the totals.</summary>
    public bool BeforeCorrection { get; init; }

    public static IReadOnlyList<SampleLine> Flour { get; } =
    [
        new("Mąka pszenna typ 550, worek 25 kg", "szt.", 40, 52.30m, SampleRate.Reduced5),
        new("Mąka żytnia typ 720, worek 25 kg", "szt.", 15, 48.90m, SampleRate.Reduced5),
        new("Dostawa pod wskazany adres", "usł.", 1, 120.00m, SampleRate.Standard23),
    ];
}
