namespace Ksef.Invoices.Reading;

/// <summary>Where each schema keeps the fields.</summary>
internal sealed class FieldMap
{
    private static readonly FieldMap Fa = new(FieldNode.Build(
        "Faktura",
        (Field.SellerNip, "Podmiot1/DaneIdentyfikacyjne/NIP"),
        (Field.SellerName, "Podmiot1/DaneIdentyfikacyjne/Nazwa"),
        (Field.BuyerNip, "Podmiot2/DaneIdentyfikacyjne/NIP"),
        (Field.BuyerName, "Podmiot2/DaneIdentyfikacyjne/Nazwa"),
        (Field.BuyerEuPrefix, "Podmiot2/DaneIdentyfikacyjne/KodUE"),
        (Field.BuyerEuNumber, "Podmiot2/DaneIdentyfikacyjne/NrVatUE"),
        (Field.BuyerForeignCountry, "Podmiot2/DaneIdentyfikacyjne/KodKraju"),
        (Field.BuyerForeignId, "Podmiot2/DaneIdentyfikacyjne/NrID"),
        (Field.BuyerCountry, "Podmiot2/Adres/KodKraju"),
        (Field.BuyerIsLocalUnit, "Podmiot2/JST"),
        (Field.BuyerIsGroupMember, "Podmiot2/GV"),
        (Field.OtherNip, "Podmiot3*/DaneIdentyfikacyjne/NIP"),
        (Field.OtherEuPrefix, "Podmiot3*/DaneIdentyfikacyjne/KodUE"),
        (Field.OtherEuNumber, "Podmiot3*/DaneIdentyfikacyjne/NrVatUE"),
        (Field.OtherInternalId, "Podmiot3*/DaneIdentyfikacyjne/IDWew"),
        (Field.OtherRole, "Podmiot3*/Rola"),
        (Field.AuthorisedNip, "PodmiotUpowazniony/DaneIdentyfikacyjne/NIP"),
        (Field.Currency, "Fa/KodWaluty"),
        (Field.IssueDate, "Fa/P_1"),
        (Field.Number, "Fa/P_2"),
        (Field.SaleDate, "Fa/P_6"),
        (Field.NetTotal, "Fa/P_13_1"), (Field.TaxTotal, "Fa/P_14_1"), (Field.TaxTotalInZloty, "Fa/P_14_1W"),
        (Field.NetTotal, "Fa/P_13_2"), (Field.TaxTotal, "Fa/P_14_2"), (Field.TaxTotalInZloty, "Fa/P_14_2W"),
        (Field.NetTotal, "Fa/P_13_3"), (Field.TaxTotal, "Fa/P_14_3"), (Field.TaxTotalInZloty, "Fa/P_14_3W"),
        (Field.NetTotal, "Fa/P_13_4"), (Field.TaxTotal, "Fa/P_14_4"), (Field.TaxTotalInZloty, "Fa/P_14_4W"),
        (Field.NetTotal, "Fa/P_13_5"), (Field.TaxTotal, "Fa/P_14_5"),
        (Field.NetTotal, "Fa/P_13_6_1"), (Field.NetTotal, "Fa/P_13_6_2"), (Field.NetTotal, "Fa/P_13_6_3"),
        (Field.NetTotal, "Fa/P_13_7"), (Field.NetTotal, "Fa/P_13_8"), (Field.NetTotal, "Fa/P_13_9"),
        (Field.NetTotal, "Fa/P_13_10"), (Field.NetTotal, "Fa/P_13_11"),
        (Field.GrossTotal, "Fa/P_15"),
        (Field.AdvanceRate, "Fa/KursWalutyZ"),
        (Field.SelfBilling, "Fa/Adnotacje/P_17"),
        (Field.NotExempt, "Fa/Adnotacje/Zwolnienie/P_19N"),
        (Field.InvoiceType, "Fa/RodzajFaktury"),
        (Field.Original, "Fa/DaneFaKorygowanej*"),
        (Field.OriginalDate, "Fa/DaneFaKorygowanej*/DataWystFaKorygowanej"),
        (Field.OriginalKsefNumber, "Fa/DaneFaKorygowanej*/NrKSeFFaKorygowanej"),
        (Field.BuyerNipBefore, "Fa/Podmiot2K*/DaneIdentyfikacyjne/NIP"),
        (Field.Line, "Fa/FaWiersz*"),
        (Field.LineNumber, "Fa/FaWiersz*/NrWierszaFa"),
        (Field.LineQuantity, "Fa/FaWiersz*/P_8B"),
        (Field.LineNetPrice, "Fa/FaWiersz*/P_9A"),
        (Field.LineGrossPrice, "Fa/FaWiersz*/P_9B"),
        (Field.LineDiscount, "Fa/FaWiersz*/P_10"),
        (Field.LineNet, "Fa/FaWiersz*/P_11"),
        (Field.LineGross, "Fa/FaWiersz*/P_11A"),
        (Field.LineTax, "Fa/FaWiersz*/P_11Vat"),
        (Field.LineRate, "Fa/FaWiersz*/P_12"),
        (Field.LineSpecialRate, "Fa/FaWiersz*/P_12_XII"),
        (Field.LineBeforeCorrection, "Fa/FaWiersz*/StanPrzed"),
        (Field.Account, "Fa/Platnosc/RachunekBankowy*/NrRB"),
        (Field.AccountSwift, "Fa/Platnosc/RachunekBankowy*/SWIFT"),
        (Field.Account, "Fa/Platnosc/RachunekBankowyFaktora*/NrRB"),
        (Field.AccountSwift, "Fa/Platnosc/RachunekBankowyFaktora*/SWIFT"),
        (Field.Attachment, "Zalacznik")));

    private static readonly FieldMap FaRr = new(FieldNode.Build(
        "Faktura",
        (Field.SellerNip, "Podmiot1/DaneIdentyfikacyjne/NIP"),
        (Field.SellerName, "Podmiot1/DaneIdentyfikacyjne/Nazwa"),
        (Field.BuyerNip, "Podmiot2/DaneIdentyfikacyjne/NIP"),
        (Field.BuyerName, "Podmiot2/DaneIdentyfikacyjne/Nazwa"),
        (Field.OtherNip, "Podmiot3*/DaneIdentyfikacyjne/NIP"),
        (Field.OtherInternalId, "Podmiot3*/DaneIdentyfikacyjne/IDWew"),
        (Field.OtherRole, "Podmiot3*/Rola"),
        (Field.Currency, "FakturaRR/KodWaluty"),
        (Field.SaleDate, "FakturaRR/P_4A"),
        (Field.IssueDate, "FakturaRR/P_4B"),
        (Field.Number, "FakturaRR/P_4C"),
        (Field.NetTotal, "FakturaRR/P_11_1"),
        (Field.TaxTotal, "FakturaRR/P_11_2"),
        (Field.GrossTotal, "FakturaRR/P_12_1"),
        (Field.InvoiceType, "FakturaRR/RodzajFaktury"),
        (Field.Original, "FakturaRR/DaneFaKorygowanej*"),
        (Field.OriginalDate, "FakturaRR/DaneFaKorygowanej*/DataWystFaKorygowanej"),
        (Field.OriginalKsefNumber, "FakturaRR/DaneFaKorygowanej*/NrKSeFFaKorygowanej"),
        (Field.Line, "FakturaRR/FakturaRRWiersz*"),
        (Field.LineNumber, "FakturaRR/FakturaRRWiersz*/NrWierszaFa"),
        (Field.LineQuantity, "FakturaRR/FakturaRRWiersz*/P_6B"),
        (Field.LineNetPrice, "FakturaRR/FakturaRRWiersz*/P_7"),
        (Field.LineNet, "FakturaRR/FakturaRRWiersz*/P_8"),
        (Field.LineTax, "FakturaRR/FakturaRRWiersz*/P_10"),
        (Field.LineBeforeCorrection, "FakturaRR/FakturaRRWiersz*/StanPrzed"),
        (Field.Account, "FakturaRR/Platnosc/RachunekBankowy1*/NrRB"),
        (Field.AccountSwift, "FakturaRR/Platnosc/RachunekBankowy1*/SWIFT"),
        (Field.Account, "FakturaRR/Platnosc/RachunekBankowy2*/NrRB"),
        (Field.AccountSwift, "FakturaRR/Platnosc/RachunekBankowy2*/SWIFT")));

    private static readonly FieldMap PefInvoice = Pef("Invoice");

    private static readonly FieldMap PefCreditNote = Pef("CreditNote");

    private FieldMap((FieldNode Root, int Counters) tree) => (Root, Counters) = tree;

    public FieldNode Root { get; }

    public int Counters { get; }

    public static FieldMap Of(InvoiceSchema schema) =>
        schema == InvoiceSchema.Pef3 ? PefInvoice
        : schema == InvoiceSchema.PefKor3 ? PefCreditNote
        : schema == InvoiceSchema.FaRr1 ? FaRr
        : Fa;

    private static FieldMap Pef(string root) => new(FieldNode.Build(
        root,
        (Field.Number, "ID"),
        (Field.IssueDate, "IssueDate"),
        (Field.InvoiceType, root + "TypeCode"),
        (Field.Currency, "DocumentCurrencyCode"),
        (Field.SellerNip, "AccountingSupplierParty/Party/PartyTaxScheme*/CompanyID"),
        (Field.SellerName, "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName"),
        (Field.BuyerNip, "AccountingCustomerParty/Party/PartyTaxScheme*/CompanyID"),
        (Field.BuyerName, "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName"),
        (Field.SaleDate, "Delivery/ActualDeliveryDate"),
        (Field.TaxTotal, "TaxTotal*/TaxAmount"),
        (Field.LineTotal, "LegalMonetaryTotal/LineExtensionAmount"),
        (Field.NetTotal, "LegalMonetaryTotal/TaxExclusiveAmount"),
        (Field.GrossTotal, "LegalMonetaryTotal/TaxInclusiveAmount"),
        (Field.Original, "BillingReference*"),
        (Field.OriginalDate, "BillingReference*/InvoiceDocumentReference/IssueDate"),
        (Field.Line, root + "Line*"),
        (Field.LineNet, root + "Line*/LineExtensionAmount")));
}
