namespace Ksef.Mapping;

/// <summary>Totals as the file states them. They are computed anyway; what is stated is compared.</summary>
public static class TotalFields
{
    /// <summary>Sum of the net amounts of all rates.</summary>
    public static readonly SimpleField Net = new(FieldLevel.Invoice, FieldKind.Amount, "suma_netto", "total_net", "P_13",
        "Suma netto wszystkich stawek.", "Sum of the net amounts of all rates.");

    /// <summary>Sum of the tax of all rates.</summary>
    public static readonly SimpleField Tax = new(FieldLevel.Invoice, FieldKind.Amount, "suma_vat", "total_vat", "P_14",
        "Suma podatku wszystkich stawek.", "Sum of the tax of all rates.");

    /// <summary>Total due.</summary>
    public static readonly SimpleField Gross = new(FieldLevel.Invoice, FieldKind.Amount, "suma_brutto", "total_gross", "P_15",
        "Kwota należności ogółem.", "Total due.");

    /// <summary>Value of the order with tax (advance invoice).</summary>
    public static readonly SimpleField OrderValue = new(FieldLevel.Invoice, FieldKind.Amount, "wartosc_zamowienia", "order_value", "WartoscZamowienia",
        "Wartość zamówienia z podatkiem (faktura zaliczkowa).", "Value of the order with tax (advance invoice).");

    /// <summary>Net total: rate 23 or 22.</summary>
    public static readonly SimpleField Net1 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_podstawowa", "net_standard", "P_13_1",
        "Suma netto: stawka 23 albo 22.", "Net total: rate 23 or 22.");

    /// <summary>Tax total: rate 23 or 22.</summary>
    public static readonly SimpleField Tax1 = new(FieldLevel.Invoice, FieldKind.Amount, "vat_podstawowa", "vat_standard", "P_14_1",
        "Suma podatku: stawka 23 albo 22.", "Tax total: rate 23 or 22.");

    /// <summary>Tax total in zlotys: rate 23 or 22.</summary>
    public static readonly SimpleField Tax1Zloty = new(FieldLevel.Invoice, FieldKind.Amount, "vat_pln_podstawowa", "vat_pln_standard", "P_14_1W",
        "Suma podatku w złotych: stawka 23 albo 22.", "Tax total in zlotys: rate 23 or 22.");

    /// <summary>Net total: rate 8 or 7.</summary>
    public static readonly SimpleField Net2 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_obnizona_1", "net_reduced_1", "P_13_2",
        "Suma netto: stawka 8 albo 7.", "Net total: rate 8 or 7.");

    /// <summary>Tax total: rate 8 or 7.</summary>
    public static readonly SimpleField Tax2 = new(FieldLevel.Invoice, FieldKind.Amount, "vat_obnizona_1", "vat_reduced_1", "P_14_2",
        "Suma podatku: stawka 8 albo 7.", "Tax total: rate 8 or 7.");

    /// <summary>Tax total in zlotys: rate 8 or 7.</summary>
    public static readonly SimpleField Tax2Zloty = new(FieldLevel.Invoice, FieldKind.Amount, "vat_pln_obnizona_1", "vat_pln_reduced_1", "P_14_2W",
        "Suma podatku w złotych: stawka 8 albo 7.", "Tax total in zlotys: rate 8 or 7.");

    /// <summary>Net total: rate 5.</summary>
    public static readonly SimpleField Net3 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_obnizona_2", "net_reduced_2", "P_13_3",
        "Suma netto: stawka 5.", "Net total: rate 5.");

    /// <summary>Tax total: rate 5.</summary>
    public static readonly SimpleField Tax3 = new(FieldLevel.Invoice, FieldKind.Amount, "vat_obnizona_2", "vat_reduced_2", "P_14_3",
        "Suma podatku: stawka 5.", "Tax total: rate 5.");

    /// <summary>Tax total in zlotys: rate 5.</summary>
    public static readonly SimpleField Tax3Zloty = new(FieldLevel.Invoice, FieldKind.Amount, "vat_pln_obnizona_2", "vat_pln_reduced_2", "P_14_3W",
        "Suma podatku w złotych: stawka 5.", "Tax total in zlotys: rate 5.");

    /// <summary>Net total: flat rate for taxis, 4 or 3.</summary>
    public static readonly SimpleField Net4 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_taxi", "net_taxi", "P_13_4",
        "Suma netto: ryczałt taksówek, stawka 4 albo 3.", "Net total: flat rate for taxis, 4 or 3.");

    /// <summary>Tax total: flat rate for taxis, 4 or 3.</summary>
    public static readonly SimpleField Tax4 = new(FieldLevel.Invoice, FieldKind.Amount, "vat_taxi", "vat_taxi", "P_14_4",
        "Suma podatku: ryczałt taksówek, stawka 4 albo 3.", "Tax total: flat rate for taxis, 4 or 3.");

    /// <summary>Tax total in zlotys: flat rate for taxis, 4 or 3.</summary>
    public static readonly SimpleField Tax4Zloty = new(FieldLevel.Invoice, FieldKind.Amount, "vat_pln_taxi", "vat_pln_taxi", "P_14_4W",
        "Suma podatku w złotych: ryczałt taksówek, stawka 4 albo 3.", "Tax total in zlotys: flat rate for taxis, 4 or 3.");

    /// <summary>Net total: OSS scheme.</summary>
    public static readonly SimpleField Net5 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_oss", "net_oss", "P_13_5",
        "Suma netto: procedura OSS.", "Net total: OSS scheme.");

    /// <summary>Tax total: OSS scheme.</summary>
    public static readonly SimpleField Tax5 = new(FieldLevel.Invoice, FieldKind.Amount, "vat_oss", "vat_oss", "P_14_5",
        "Suma podatku: procedura OSS.", "Tax total: OSS scheme.");

    /// <summary>Total: rate 0, domestic.</summary>
    public static readonly SimpleField Net61 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_zero_krajowe", "net_zero_domestic", "P_13_6_1",
        "Suma: stawka 0 w kraju.", "Total: rate 0, domestic.");

    /// <summary>Total: rate 0, supply to the EU.</summary>
    public static readonly SimpleField Net62 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_zero_wdt", "net_zero_eu", "P_13_6_2",
        "Suma: stawka 0, WDT.", "Total: rate 0, supply to the EU.");

    /// <summary>Total: rate 0, export.</summary>
    public static readonly SimpleField Net63 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_zero_eksport", "net_zero_export", "P_13_6_3",
        "Suma: stawka 0, eksport.", "Total: rate 0, export.");

    /// <summary>Total: exempt.</summary>
    public static readonly SimpleField Net7 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_zwolniona", "net_exempt", "P_13_7",
        "Suma: sprzedaż zwolniona.", "Total: exempt.");

    /// <summary>Total: outside the country (np I).</summary>
    public static readonly SimpleField Net8 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_np_1", "net_outside_1", "P_13_8",
        "Suma: poza terytorium kraju (np I).", "Total: outside the country (np I).");

    /// <summary>Total: services of art. 100(1)(4) (np II).</summary>
    public static readonly SimpleField Net9 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_np_2", "net_outside_2", "P_13_9",
        "Suma: usługi z art. 100 ust. 1 pkt 4 (np II).", "Total: services of art. 100(1)(4) (np II).");

    /// <summary>Total: reverse charge.</summary>
    public static readonly SimpleField Net10 = new(FieldLevel.Invoice, FieldKind.Amount, "netto_oo", "reverse_charge_total", "P_13_10",
        "Suma: odwrotne obciążenie.", "Total: reverse charge.");

    /// <summary>Total: margin scheme.</summary>
    public static readonly SimpleField Net11 = new(FieldLevel.Invoice, FieldKind.Amount, "marza_suma", "margin_total", "P_13_11",
        "Suma: procedura marży.", "Total: margin scheme.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Net, Tax, Gross, OrderValue, Net1, Tax1, Tax1Zloty, Net2, Tax2, Tax2Zloty, Net3, Tax3, Tax3Zloty, Net4, Tax4, Tax4Zloty, Net5, Tax5, Net61,
        Net62, Net63, Net7, Net8, Net9, Net10, Net11,
    ];
}
