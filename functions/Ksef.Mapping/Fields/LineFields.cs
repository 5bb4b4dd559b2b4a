namespace Ksef.Mapping;

/// <summary>A line: goods or service (FaWiersz); on an advance invoice a line of the order (ZamowienieWiersz).</summary>
public static class LineFields
{
    /// <summary>Number of the line; the next one when not given.</summary>
    public static readonly SimpleField Number = new(FieldLevel.Line, FieldKind.Count, "lp", "line_number", "NrWierszaFa",
        "Numer pozycji; domyślnie kolejny.", "Number of the line; the next one when not given.");

    /// <summary>Name of the goods or service.</summary>
    public static readonly SimpleField Name = new(FieldLevel.Line, FieldKind.Text, "nazwa", "name", "P_7",
        "Nazwa towaru lub usługi.", "Name of the goods or service.");

    /// <summary>Unit.</summary>
    public static readonly SimpleField Unit = new(FieldLevel.Line, FieldKind.Text, "jednostka", "unit", "P_8A",
        "Jednostka miary.", "Unit.");

    /// <summary>Quantity.</summary>
    public static readonly SimpleField Quantity = new(FieldLevel.Line, FieldKind.Quantity, "ilosc", "quantity", "P_8B",
        "Ilość.", "Quantity.");

    /// <summary>Net price of one unit, before discount.</summary>
    public static readonly SimpleField NetPrice = new(FieldLevel.Line, FieldKind.UnitPrice, "cena_netto", "net_price", "P_9A",
        "Cena jednostkowa netto, przed rabatem.", "Net price of one unit, before discount.");

    /// <summary>Gross price of one unit, before discount.</summary>
    public static readonly SimpleField GrossPrice = new(FieldLevel.Line, FieldKind.UnitPrice, "cena_brutto", "gross_price", "P_9B",
        "Cena jednostkowa brutto, przed rabatem.", "Gross price of one unit, before discount.");

    /// <summary>Discount on the whole line, as an amount.</summary>
    public static readonly SimpleField Discount = new(FieldLevel.Line, FieldKind.Amount, "rabat", "discount_amount", "P_10",
        "Rabat na całą pozycję, kwotą.", "Discount on the whole line, as an amount.");

    /// <summary>Discount on the line in hundredths.</summary>
    public static readonly SimpleField DiscountPercent = new(FieldLevel.Line, FieldKind.Percent, "rabat_procent", "discount_percent", "P_10",
        "Rabat na pozycję w procentach.", "Discount on the line in hundredths.");

    /// <summary>Net amount after discount.</summary>
    public static readonly SimpleField Net = new(FieldLevel.Line, FieldKind.Amount, "wartosc_netto", "net_amount", "P_11",
        "Wartość netto po rabacie.", "Net amount after discount.");

    /// <summary>Tax of the line.</summary>
    public static readonly SimpleField Tax = new(FieldLevel.Line, FieldKind.Amount, "wartosc_vat", "vat_amount", "P_11Vat",
        "Kwota podatku pozycji.", "Tax of the line.");

    /// <summary>Gross amount after discount.</summary>
    public static readonly SimpleField Gross = new(FieldLevel.Line, FieldKind.Amount, "wartosc_brutto", "gross_amount", "P_11A",
        "Wartość brutto po rabacie.", "Gross amount after discount.");

    /// <summary>Rate: 23, 22, 8, 7, 5, 4, 3, 0 KR, 0 WDT, 0 EX, zw, oo, np I, np II, margin.</summary>
    public static readonly SimpleField VatRate = new(FieldLevel.Line, FieldKind.VatRate, "stawka_vat", "vat_rate", "P_12",
        "Stawka: 23, 22, 8, 7, 5, 4, 3, 0 KR, 0 WDT, 0 EX, zw, oo, np I, np II, marża.", "Rate: 23, 22, 8, 7, 5, 4, 3, 0 KR, 0 WDT, 0 EX, zw, oo, np I, np II, margin.");

    /// <summary>Rate of the country of consumption in the OSS scheme.</summary>
    public static readonly SimpleField OssRate = new(FieldLevel.Line, FieldKind.Percent, "stawka_oss", "oss_rate", "P_12_XII",
        "Stawka państwa konsumpcji w procedurze OSS.", "Rate of the country of consumption in the OSS scheme.");

    /// <summary>The line shows the state before the correction.</summary>
    public static readonly SimpleField Before = new(FieldLevel.Line, FieldKind.Flag, "przed_korekta", "before_correction", "StanPrzed",
        "Pozycja pokazuje stan przed korektą.", "The line shows the state before the correction.");

    /// <summary>Date of delivery of this line, where lines have different dates.</summary>
    public static readonly SimpleField SaleDate = new(FieldLevel.Line, FieldKind.Date, "pozycja_data_sprzedazy", "line_sale_date", "P_6A",
        "Data dostawy tej pozycji, gdy pozycje mają różne daty.", "Date of delivery of this line, where lines have different dates.");

    /// <summary>Code of the goods in the seller's system.</summary>
    public static readonly SimpleField Code = new(FieldLevel.Line, FieldKind.Text, "indeks", "code", "Indeks",
        "Kod towaru w programie sprzedawcy.", "Code of the goods in the seller's system.");

    /// <summary>Bar code, GTIN.</summary>
    public static readonly SimpleField Gtin = new(FieldLevel.Line, FieldKind.Text, "gtin", "gtin", "GTIN",
        "Kod kreskowy GTIN.", "Bar code, GTIN.");

    /// <summary>PKWiU symbol.</summary>
    public static readonly SimpleField Pkwiu = new(FieldLevel.Line, FieldKind.Text, "pkwiu", "pkwiu", "PKWiU",
        "Symbol PKWiU.", "PKWiU symbol.");

    /// <summary>CN code.</summary>
    public static readonly SimpleField Cn = new(FieldLevel.Line, FieldKind.Text, "cn", "cn_code", "CN",
        "Kod CN.", "CN code.");

    /// <summary>PKOB symbol.</summary>
    public static readonly SimpleField Pkob = new(FieldLevel.Line, FieldKind.Text, "pkob", "pkob", "PKOB",
        "Symbol PKOB.", "PKOB symbol.");

    /// <summary>GTU mark, such as GTU_06.</summary>
    public static readonly SimpleField Gtu = new(FieldLevel.Line, FieldKind.Code, "gtu", "gtu", "GTU",
        "Oznaczenie GTU, na przykład GTU_06.", "GTU mark, such as GTU_06.");

    /// <summary>Mark of a procedure, such as WSTO_EE, TT_D.</summary>
    public static readonly SimpleField Procedure = new(FieldLevel.Line, FieldKind.Code, "procedura", "procedure", "Procedura",
        "Oznaczenie procedury, na przykład WSTO_EE, TT_D.", "Mark of a procedure, such as WSTO_EE, TT_D.");

    /// <summary>Goods or service of annex 15 to the act.</summary>
    public static readonly SimpleField Annex15 = new(FieldLevel.Line, FieldKind.Flag, "zalacznik_15", "annex_15", "P_12_Zal_15",
        "Towar lub usługa z załącznika nr 15 do ustawy.", "Goods or service of annex 15 to the act.");

    /// <summary>Excise within the price.</summary>
    public static readonly SimpleField Excise = new(FieldLevel.Line, FieldKind.Amount, "kwota_akcyzy", "excise_amount", "KwotaAkcyzy",
        "Kwota akcyzy w cenie.", "Excise within the price.");

    /// <summary>Exchange rate of this line, where it is not the invoice's.</summary>
    public static readonly SimpleField ExchangeRate = new(FieldLevel.Line, FieldKind.ExchangeRate, "pozycja_kurs_waluty", "line_exchange_rate", "KursWaluty",
        "Kurs waluty tej pozycji, gdy jest inny niż na całej fakturze.", "Exchange rate of this line, where it is not the invoice's.");

    /// <summary>Lasting identifier of the line.</summary>
    public static readonly SimpleField Id = new(FieldLevel.Line, FieldKind.Text, "pozycja_id", "line_id", "UU_ID",
        "Stały identyfikator pozycji.", "Lasting identifier of the line.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Number, Name, Unit, Quantity, NetPrice, GrossPrice, Discount, DiscountPercent, Net, Tax, Gross, VatRate, OssRate, Before, SaleDate, Code,
        Gtin, Pkwiu, Cn, Pkob, Gtu, Procedure, Annex15, Excise, ExchangeRate, Id,
    ];
}
