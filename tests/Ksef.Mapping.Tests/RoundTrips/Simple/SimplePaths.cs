using System.Xml.Linq;

namespace Ksef.Mapping.Tests.RoundTrips.Simple;

/// <summary>Which element of FA(3) stands in which field of the simple layout, where the two have the same value.</summary>
internal static class SimplePaths
{
    /// <summary>The buyer as the corrected invoice has it: in the layout it is a party with a role of its own.</summary>
    public const string BuyerBefore = "Fa/Podmiot2K";

    public static readonly (string Path, SimpleField Field)[] Head =
    [
        ("Fa/P_2", InvoiceFields.Number), ("Fa/RodzajFaktury", InvoiceFields.Kind), ("Fa/P_1", InvoiceFields.IssueDate), ("Fa/P_1M", InvoiceFields.IssuePlace), ("Fa/P_6", InvoiceFields.SaleDate),
        ("Fa/OkresFa/P_6_Od", InvoiceFields.PeriodFrom), ("Fa/OkresFa/P_6_Do", InvoiceFields.PeriodTo), ("Fa/KodWaluty", InvoiceFields.Currency), ("Fa/KursWalutyZ", InvoiceFields.ExchangeRate),
        ("Fa/WarunkiTransakcji/Zamowienia/NrZamowienia", InvoiceFields.OrderNumber), ("Fa/WarunkiTransakcji/Zamowienia/DataZamowienia", InvoiceFields.OrderDate),
        ("Fa/WarunkiTransakcji/Umowy/NrUmowy", InvoiceFields.ContractNumber), ("Fa/WarunkiTransakcji/Umowy/DataUmowy", InvoiceFields.ContractDate),
        ("Fa/WarunkiTransakcji/WarunkiDostawy", InvoiceFields.DeliveryTerms), ("Stopka/Informacje/StopkaFaktury", InvoiceFields.Footer),
        ("Fa/FP", InvoiceFields.ToReceipt), ("Fa/TP", InvoiceFields.RelatedParties), ("Fa/ZwrotAkcyzy", InvoiceFields.ExciseRefund),
        ("Fa/Adnotacje/P_16", InvoiceFields.CashMethod), ("Fa/Adnotacje/P_17", InvoiceFields.SelfBilled), ("Fa/Adnotacje/P_18", InvoiceFields.ReverseCharge), ("Fa/Adnotacje/P_18A", InvoiceFields.SplitPayment),
        ("Fa/Adnotacje/P_23", InvoiceFields.Triangular), ("Fa/Adnotacje/Zwolnienie/P_19A", InvoiceFields.ExemptionAct), ("Fa/Adnotacje/Zwolnienie/P_19B", InvoiceFields.ExemptionDirective),
        ("Fa/Adnotacje/Zwolnienie/P_19C", InvoiceFields.ExemptionOther), ("Fa/Rozliczenie/DoZaplaty", InvoiceFields.ToPay), ("Fa/Zamowienie/WartoscZamowienia", TotalFields.OrderValue),
        ("Podmiot1/DaneIdentyfikacyjne/NIP", SellerFields.Nip), ("Podmiot1/DaneIdentyfikacyjne/Nazwa", SellerFields.Name), ("Podmiot1/Adres/AdresL1", SellerFields.Address1), ("Podmiot1/Adres/AdresL2", SellerFields.Address2),
        ("Podmiot2/DaneIdentyfikacyjne/NIP", BuyerFields.Nip), ("Podmiot2/DaneIdentyfikacyjne/KodUE", BuyerFields.EuCountry), ("Podmiot2/DaneIdentyfikacyjne/NrVatUE", BuyerFields.EuNumber),
        ("Podmiot2/DaneIdentyfikacyjne/KodKraju", BuyerFields.OtherIdCountry), ("Podmiot2/DaneIdentyfikacyjne/NrID", BuyerFields.OtherId), ("Podmiot2/DaneIdentyfikacyjne/BrakID", BuyerFields.NoId),
        ("Podmiot2/DaneIdentyfikacyjne/Nazwa", BuyerFields.Name), ("Podmiot2/Adres/KodKraju", BuyerFields.Country), ("Podmiot2/Adres/AdresL1", BuyerFields.Address1), ("Podmiot2/Adres/AdresL2", BuyerFields.Address2),
        ("Podmiot2/Adres/GLN", BuyerFields.Gln), ("Podmiot2/DaneKontaktowe/Email", BuyerFields.Email), ("Podmiot2/DaneKontaktowe/Telefon", BuyerFields.Phone), ("Podmiot2/NrKlienta", BuyerFields.CustomerNumber),
        ("Podmiot2/JST", BuyerFields.Jst), ("Podmiot2/GV", BuyerFields.Gv),
        ("Fa/Platnosc/FormaPlatnosci", PaymentFields.Form), ("Fa/Platnosc/OpisPlatnosci", PaymentFields.Form), ("Fa/Platnosc/TerminPlatnosci/Termin", PaymentFields.DueDate),
        ("Fa/Platnosc/Zaplacono", PaymentFields.Paid), ("Fa/Platnosc/DataZaplaty", PaymentFields.PaidDate), ("Fa/Platnosc/RachunekBankowy/NrRB", PaymentFields.Account),
        ("Fa/Platnosc/RachunekBankowy/SWIFT", PaymentFields.Swift), ("Fa/Platnosc/RachunekBankowy/NazwaBanku", PaymentFields.BankName), ("Fa/Platnosc/RachunekBankowy/OpisRachunku", PaymentFields.AccountNote),
        ("Fa/Platnosc/RachunekBankowyFaktora/NrRB", PaymentFields.FactorAccount), ("Fa/Platnosc/RachunekBankowyFaktora/NazwaBanku", PaymentFields.FactorBankName),
        ("Fa/Platnosc/Skonto/WarunkiSkonta", PaymentFields.DiscountTerms), ("Fa/Platnosc/Skonto/WysokoscSkonta", PaymentFields.Discount), ("Fa/Platnosc/LinkDoPlatnosci", PaymentFields.Link),
        ("Fa/PrzyczynaKorekty", CorrectionFields.Reason), ("Fa/TypKorekty", CorrectionFields.Effect), ("Fa/OkresFaKorygowanej", CorrectionFields.Period), ("Fa/NrFaKorygowany", CorrectionFields.RightNumber),
        ("Fa/P_15ZK", CorrectionFields.AmountBefore), ("Fa/KursWalutyZK", CorrectionFields.RateBefore),
    ];

    public static readonly (string Path, FieldLevel Level, (string Path, SimpleField Field)[] Fields)[] Rows =
    [
        ("Fa/FaWiersz", FieldLevel.Line,
        [
            ("NrWierszaFa", LineFields.Number), ("UU_ID", LineFields.Id), ("P_6A", LineFields.SaleDate), ("P_7", LineFields.Name), ("Indeks", LineFields.Code), ("GTIN", LineFields.Gtin), ("PKWiU", LineFields.Pkwiu),
            ("CN", LineFields.Cn), ("PKOB", LineFields.Pkob), ("P_8A", LineFields.Unit), ("P_8B", LineFields.Quantity), ("P_9A", LineFields.NetPrice), ("P_9B", LineFields.GrossPrice), ("P_10", LineFields.Discount),
            ("P_11", LineFields.Net), ("P_11A", LineFields.Gross), ("P_11Vat", LineFields.Tax), ("P_12", LineFields.VatRate), ("P_12_XII", LineFields.OssRate), ("P_12_Zal_15", LineFields.Annex15),
            ("KwotaAkcyzy", LineFields.Excise), ("GTU", LineFields.Gtu), ("Procedura", LineFields.Procedure), ("KursWaluty", LineFields.ExchangeRate), ("StanPrzed", LineFields.Before),
        ]),
        ("Fa/Zamowienie/ZamowienieWiersz", FieldLevel.Line,
        [
            ("NrWierszaZam", LineFields.Number), ("UU_IDZ", LineFields.Id), ("P_7Z", LineFields.Name), ("IndeksZ", LineFields.Code), ("GTINZ", LineFields.Gtin), ("PKWiUZ", LineFields.Pkwiu), ("CNZ", LineFields.Cn),
            ("P_8AZ", LineFields.Unit), ("P_8BZ", LineFields.Quantity), ("P_9AZ", LineFields.NetPrice), ("P_11NettoZ", LineFields.Net), ("P_11VatZ", LineFields.Tax), ("P_12Z", LineFields.VatRate),
            ("GTUZ", LineFields.Gtu), ("ProceduraZ", LineFields.Procedure), ("StanPrzedZ", LineFields.Before),
        ]),
        ("Fa/DaneFaKorygowanej", FieldLevel.Original,
        [
            ("NrFaKorygowanej", OriginalFields.Number), ("DataWystFaKorygowanej", OriginalFields.IssueDate), ("NrKSeFFaKorygowanej", OriginalFields.KsefNumber), ("NrKSeFN", OriginalFields.OutsideKsef),
        ]),
        ("Fa/FakturaZaliczkowa", FieldLevel.Advance,
        [
            ("NrFaZaliczkowej", AdvanceFields.Number), ("NrKSeFFaZaliczkowej", AdvanceFields.KsefNumber), ("NrKSeFZN", AdvanceFields.OutsideKsef),
        ]),
        ("Podmiot3", FieldLevel.Party,
        [
            ("Rola", PartyFields.Role), ("OpisRoli", PartyFields.Role), ("DaneIdentyfikacyjne/NIP", PartyFields.Nip), ("DaneIdentyfikacyjne/IDWew", PartyFields.InternalId), ("DaneIdentyfikacyjne/Nazwa", PartyFields.Name),
            ("Adres/KodKraju", PartyFields.Country), ("Adres/AdresL1", PartyFields.Address1), ("Adres/AdresL2", PartyFields.Address2), ("DaneKontaktowe/Email", PartyFields.Email),
            ("DaneKontaktowe/Telefon", PartyFields.Phone), ("Udzial", PartyFields.Share), ("NrKlienta", PartyFields.CustomerNumber),
        ]),
        (BuyerBefore, FieldLevel.Party,
        [
            ("DaneIdentyfikacyjne/NIP", PartyFields.Nip), ("DaneIdentyfikacyjne/Nazwa", PartyFields.Name),
            ("Adres/KodKraju", PartyFields.Country), ("Adres/AdresL1", PartyFields.Address1), ("Adres/AdresL2", PartyFields.Address2),
        ]),
        ("Fa/Platnosc/ZaplataCzesciowa", FieldLevel.PartialPayment,
        [
            ("KwotaZaplatyCzesciowej", PartialPaymentFields.Amount), ("DataZaplatyCzesciowej", PartialPaymentFields.Date), ("FormaPlatnosci", PartialPaymentFields.Form), ("OpisPlatnosci", PartialPaymentFields.Form),
        ]),
        ("Fa/Rozliczenie/Obciazenia", FieldLevel.Charge, [("Kwota", ChargeFields.Amount), ("Powod", ChargeFields.Reason)]),
        ("Fa/Rozliczenie/Odliczenia", FieldLevel.Deduction, [("Kwota", DeductionFields.Amount), ("Powod", DeductionFields.Reason)]),
        ("Fa/DodatkowyOpis", FieldLevel.Note, [("Klucz", NoteFields.Name), ("Wartosc", NoteFields.Text)]),
    ];

    /// <summary>Copies the first value of each path. FA(3) answers with 1 and 2, the layout with yes and no.</summary>
    public static void Copy(XElement element, (string Path, SimpleField Field)[] fields, Dictionary<SimpleField, string> values)
    {
        foreach (var (path, field) in fields)
        {
            if (element.At(path) is { } value)
            {
                values.Add(field, field.Kind == FieldKind.Flag ? (value == "1" ? "true" : "false") : value);
            }
        }
    }
}
