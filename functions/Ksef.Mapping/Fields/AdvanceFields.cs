namespace Ksef.Mapping;

/// <summary>An earlier advance invoice that this invoice settles (FakturaZaliczkowa).</summary>
public static class AdvanceFields
{
    /// <summary>Number of the advance invoice.</summary>
    public static readonly SimpleField Number = new(FieldLevel.Advance, FieldKind.Text, "zaliczka_numer", "advance_number", "NrFaZaliczkowej",
        "Numer faktury zaliczkowej.", "Number of the advance invoice.");

    /// <summary>KSeF number of the advance invoice.</summary>
    public static readonly SimpleField KsefNumber = new(FieldLevel.Advance, FieldKind.KsefNumber, "zaliczka_numer_ksef", "advance_ksef_number", "NrKSeFFaZaliczkowej",
        "Numer KSeF faktury zaliczkowej.", "KSeF number of the advance invoice.");

    /// <summary>The advance invoice was issued outside KSeF.</summary>
    public static readonly SimpleField OutsideKsef = new(FieldLevel.Advance, FieldKind.Flag, "zaliczka_poza_ksef", "advance_outside_ksef", "NrKSeFZN",
        "Fakturę zaliczkową wystawiono poza KSeF.", "The advance invoice was issued outside KSeF.");

    /// <summary>VAT rate of the advance that is settled.</summary>
    public static readonly SimpleField VatRate = new(FieldLevel.Advance, FieldKind.VatRate, "zaliczka_stawka", "advance_vat_rate", "P_13",
        "Stawka VAT rozliczanej zaliczki.", "VAT rate of the advance that is settled.");

    /// <summary>Net amount of the advance at that rate.</summary>
    public static readonly SimpleField Net = new(FieldLevel.Advance, FieldKind.Amount, "zaliczka_netto", "advance_net", "P_13",
        "Kwota netto rozliczanej zaliczki w tej stawce.", "Net amount of the advance at that rate.");

    /// <summary>Tax of the advance at that rate.</summary>
    public static readonly SimpleField Tax = new(FieldLevel.Advance, FieldKind.Amount, "zaliczka_vat", "advance_vat", "P_14",
        "Podatek rozliczanej zaliczki w tej stawce.", "Tax of the advance at that rate.");

    /// <summary>Gross amount of the advance at that rate.</summary>
    public static readonly SimpleField Gross = new(FieldLevel.Advance, FieldKind.Amount, "zaliczka_brutto", "advance_gross", "P_15",
        "Kwota brutto rozliczanej zaliczki w tej stawce.", "Gross amount of the advance at that rate.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Number, KsefNumber, OutsideKsef, VatRate, Net, Tax, Gross,
    ];
}
