namespace Ksef.Mapping;

/// <summary>Fields of the invoice itself: number, kind, dates, currency, annotations.</summary>
public static class InvoiceFields
{
    /// <summary>Number of the invoice.</summary>
    public static readonly SimpleField Number = new(FieldLevel.Invoice, FieldKind.Text, "numer", "number", "P_2",
        "Numer faktury.", "Number of the invoice.");

    /// <summary>Kind: VAT, KOR, ZAL, ROZ, UPR, KOR_ZAL, KOR_ROZ; VAT when not given.</summary>
    public static readonly SimpleField Kind = new(FieldLevel.Invoice, FieldKind.Code, "rodzaj", "kind", "RodzajFaktury",
        "Rodzaj: VAT, KOR, ZAL, ROZ, UPR, KOR_ZAL, KOR_ROZ; domyślnie VAT.", "Kind: VAT, KOR, ZAL, ROZ, UPR, KOR_ZAL, KOR_ROZ; VAT when not given.");

    /// <summary>Date of issue.</summary>
    public static readonly SimpleField IssueDate = new(FieldLevel.Invoice, FieldKind.Date, "data_wystawienia", "issue_date", "P_1",
        "Data wystawienia.", "Date of issue.");

    /// <summary>Place of issue.</summary>
    public static readonly SimpleField IssuePlace = new(FieldLevel.Invoice, FieldKind.Text, "miejsce_wystawienia", "issue_place", "P_1M",
        "Miejsce wystawienia.", "Place of issue.");

    /// <summary>Date of delivery, of completion or of the advance, where it is not the date of issue.</summary>
    public static readonly SimpleField SaleDate = new(FieldLevel.Invoice, FieldKind.Date, "data_sprzedazy", "sale_date", "P_6",
        "Data dostawy, wykonania usługi albo otrzymania zaliczki, gdy jest inna niż data wystawienia.", "Date of delivery, of completion or of the advance, where it is not the date of issue.");

    /// <summary>First day of the period that the invoice covers.</summary>
    public static readonly SimpleField PeriodFrom = new(FieldLevel.Invoice, FieldKind.Date, "okres_od", "period_from", "P_6_Od",
        "Początek okresu, którego dotyczy faktura.", "First day of the period that the invoice covers.");

    /// <summary>Last day of the period that the invoice covers.</summary>
    public static readonly SimpleField PeriodTo = new(FieldLevel.Invoice, FieldKind.Date, "okres_do", "period_to", "P_6_Do",
        "Koniec okresu, którego dotyczy faktura.", "Last day of the period that the invoice covers.");

    /// <summary>Currency, three letters; PLN when not given.</summary>
    public static readonly SimpleField Currency = new(FieldLevel.Invoice, FieldKind.Currency, "waluta", "currency", "KodWaluty",
        "Waluta, trzy litery; domyślnie PLN.", "Currency, three letters; PLN when not given.");

    /// <summary>Zlotys for one unit of the currency, by which the tax is converted.</summary>
    public static readonly SimpleField ExchangeRate = new(FieldLevel.Invoice, FieldKind.ExchangeRate, "kurs_waluty", "exchange_rate", "KursWaluty",
        "Kurs waluty w złotych, według którego przelicza się podatek.", "Zlotys for one unit of the currency, by which the tax is converted.");

    /// <summary>Whether prices are net or gross: net or gross.</summary>
    public static readonly SimpleField Prices = new(FieldLevel.Invoice, FieldKind.Code, "ceny", "prices", "P_9A",
        "Czy ceny i wartości liczy się od netto, czy od brutto: netto albo brutto.", "Whether prices are net or gross: net or gross.");

    /// <summary>Number of the order.</summary>
    public static readonly SimpleField OrderNumber = new(FieldLevel.Invoice, FieldKind.Text, "numer_zamowienia", "order_number", "NrZamowienia",
        "Numer zamówienia.", "Number of the order.");

    /// <summary>Date of the order.</summary>
    public static readonly SimpleField OrderDate = new(FieldLevel.Invoice, FieldKind.Date, "data_zamowienia", "order_date", "DataZamowienia",
        "Data zamówienia.", "Date of the order.");

    /// <summary>Number of the contract.</summary>
    public static readonly SimpleField ContractNumber = new(FieldLevel.Invoice, FieldKind.Text, "numer_umowy", "contract_number", "NrUmowy",
        "Numer umowy.", "Number of the contract.");

    /// <summary>Date of the contract.</summary>
    public static readonly SimpleField ContractDate = new(FieldLevel.Invoice, FieldKind.Date, "data_umowy", "contract_date", "DataUmowy",
        "Data umowy.", "Date of the contract.");

    /// <summary>Numbers of delivery notes, separated by semicolons.</summary>
    public static readonly SimpleField DeliveryNotes = new(FieldLevel.Invoice, FieldKind.Text, "numery_wz", "delivery_notes", "WZ",
        "Numery dokumentów magazynowych WZ, oddzielone średnikiem.", "Numbers of delivery notes, separated by semicolons.");

    /// <summary>Batch numbers of the goods, separated by semicolons.</summary>
    public static readonly SimpleField BatchNumbers = new(FieldLevel.Invoice, FieldKind.Text, "numery_partii", "batch_numbers", "NrPartiiTowaru",
        "Numery partii towaru, oddzielone średnikiem.", "Batch numbers of the goods, separated by semicolons.");

    /// <summary>Terms of delivery (Incoterms).</summary>
    public static readonly SimpleField DeliveryTerms = new(FieldLevel.Invoice, FieldKind.Text, "warunki_dostawy", "delivery_terms", "WarunkiDostawy",
        "Warunki dostawy (Incoterms).", "Terms of delivery (Incoterms).");

    /// <summary>Remarks on the invoice.</summary>
    public static readonly SimpleField Remarks = new(FieldLevel.Invoice, FieldKind.Text, "uwagi", "remarks", "DodatkowyOpis",
        "Uwagi do faktury.", "Remarks on the invoice.");

    /// <summary>Text of the footer.</summary>
    public static readonly SimpleField Footer = new(FieldLevel.Invoice, FieldKind.Text, "stopka", "footer", "StopkaFaktury",
        "Tekst stopki.", "Text of the footer.");

    /// <summary>Invoice for a fiscal receipt (art. 109(3d)).</summary>
    public static readonly SimpleField ToReceipt = new(FieldLevel.Invoice, FieldKind.Flag, "do_paragonu", "to_receipt", "FP",
        "Faktura do paragonu (art. 109 ust. 3d).", "Invoice for a fiscal receipt (art. 109(3d)).");

    /// <summary>Buyer and seller are related.</summary>
    public static readonly SimpleField RelatedParties = new(FieldLevel.Invoice, FieldKind.Flag, "powiazani", "related_parties", "TP",
        "Istnieją powiązania między nabywcą a sprzedawcą.", "Buyer and seller are related.");

    /// <summary>Mark for farmers who claim excise back.</summary>
    public static readonly SimpleField ExciseRefund = new(FieldLevel.Invoice, FieldKind.Flag, "zwrot_akcyzy", "excise_refund", "ZwrotAkcyzy",
        "Informacja dla rolników ubiegających się o zwrot akcyzy.", "Mark for farmers who claim excise back.");

    /// <summary>Cash method.</summary>
    public static readonly SimpleField CashMethod = new(FieldLevel.Invoice, FieldKind.Flag, "metoda_kasowa", "cash_method", "P_16",
        "Metoda kasowa.", "Cash method.");

    /// <summary>Self-billing.</summary>
    public static readonly SimpleField SelfBilled = new(FieldLevel.Invoice, FieldKind.Flag, "samofakturowanie", "self_billed", "P_17",
        "Samofakturowanie.", "Self-billing.");

    /// <summary>Reverse charge; by default it follows from the rates.</summary>
    public static readonly SimpleField ReverseCharge = new(FieldLevel.Invoice, FieldKind.Flag, "odwrotne_obciazenie", "reverse_charge", "P_18",
        "Odwrotne obciążenie; domyślnie wynika ze stawek.", "Reverse charge; by default it follows from the rates.");

    /// <summary>Split payment.</summary>
    public static readonly SimpleField SplitPayment = new(FieldLevel.Invoice, FieldKind.Flag, "podzielona_platnosc", "split_payment", "P_18A",
        "Mechanizm podzielonej płatności.", "Split payment.");

    /// <summary>Simplified triangular procedure, second taxpayer.</summary>
    public static readonly SimpleField Triangular = new(FieldLevel.Invoice, FieldKind.Flag, "procedura_trojstronna", "triangular", "P_23",
        "Procedura uproszczona w transakcji trójstronnej, drugi w kolejności podatnik.", "Simplified triangular procedure, second taxpayer.");

    /// <summary>Provision of the Polish act by which the sale is exempt.</summary>
    public static readonly SimpleField ExemptionAct = new(FieldLevel.Invoice, FieldKind.Text, "zwolnienie_ustawa", "exemption_act", "P_19A",
        "Przepis ustawy, na podstawie którego sprzedaż jest zwolniona.", "Provision of the Polish act by which the sale is exempt.");

    /// <summary>Provision of Directive 2006/112/EC by which the sale is exempt.</summary>
    public static readonly SimpleField ExemptionDirective = new(FieldLevel.Invoice, FieldKind.Text, "zwolnienie_dyrektywa", "exemption_directive", "P_19B",
        "Przepis dyrektywy 2006/112/WE, na podstawie którego sprzedaż jest zwolniona.", "Provision of Directive 2006/112/EC by which the sale is exempt.");

    /// <summary>Other legal basis of the exemption.</summary>
    public static readonly SimpleField ExemptionOther = new(FieldLevel.Invoice, FieldKind.Text, "zwolnienie_inne", "exemption_other", "P_19C",
        "Inna podstawa prawna zwolnienia.", "Other legal basis of the exemption.");

    /// <summary>Margin scheme: travel, used goods, art, antiques.</summary>
    public static readonly SimpleField Margin = new(FieldLevel.Invoice, FieldKind.Code, "marza", "margin", "PMarzy",
        "Procedura marży: biura podróży, towary używane, dzieła sztuki, antyki.", "Margin scheme: travel, used goods, art, antiques.");

    /// <summary>Kind of transaction where the rate is only 0 or np: domestic, wdt, export, np1, np2.</summary>
    public static readonly SimpleField TransactionKind = new(FieldLevel.Invoice, FieldKind.Code, "rodzaj_transakcji", "transaction_kind", "P_12",
        "Rodzaj transakcji, gdy stawka jest samym zerem albo np: krajowa, wdt, eksport, np1, np2.", "Kind of transaction where the rate is only 0 or np: domestic, wdt, export, np1, np2.");

    /// <summary>Amount to pay after charges and deductions.</summary>
    public static readonly SimpleField ToPay = new(FieldLevel.Invoice, FieldKind.Amount, "do_zaplaty", "to_pay", "DoZaplaty",
        "Kwota do zapłaty po obciążeniach i odliczeniach.", "Amount to pay after charges and deductions.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Number, Kind, IssueDate, IssuePlace, SaleDate, PeriodFrom, PeriodTo, Currency, ExchangeRate, Prices, OrderNumber, OrderDate, ContractNumber,
        ContractDate, DeliveryNotes, BatchNumbers, DeliveryTerms, Remarks, Footer, ToReceipt, RelatedParties, ExciseRefund, CashMethod, SelfBilled,
        ReverseCharge, SplitPayment, Triangular, ExemptionAct, ExemptionDirective, ExemptionOther, Margin, TransactionKind, ToPay,
    ];
}
