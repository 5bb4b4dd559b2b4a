namespace Ksef.Mapping;

/// <summary>How the invoice is or was paid (Platnosc).</summary>
public static class PaymentFields
{
    /// <summary>Form of payment: cash, card, voucher, cheque, credit, transfer, mobile; another word describes another form.</summary>
    public static readonly SimpleField Form = new(FieldLevel.Invoice, FieldKind.Code, "forma_platnosci", "payment_form", "FormaPlatnosci",
        "Forma płatności: gotówka, karta, bon, czek, kredyt, przelew, mobilna; inne słowo jest opisem innej formy.", "Form of payment: cash, card, voucher, cheque, credit, transfer, mobile; another word describes another form.");

    /// <summary>Due date.</summary>
    public static readonly SimpleField DueDate = new(FieldLevel.Invoice, FieldKind.Date, "termin_platnosci", "due_date", "TerminPlatnosci",
        "Termin płatności.", "Due date.");

    /// <summary>Days from issue until payment is due, where no date is given.</summary>
    public static readonly SimpleField DueDays = new(FieldLevel.Invoice, FieldKind.Count, "termin_dni", "due_days", "TerminPlatnosci",
        "Termin płatności w dniach od wystawienia, gdy nie podano daty.", "Days from issue until payment is due, where no date is given.");

    /// <summary>The invoice is paid in full.</summary>
    public static readonly SimpleField Paid = new(FieldLevel.Invoice, FieldKind.Flag, "zaplacono", "paid", "Zaplacono",
        "Faktura jest zapłacona w całości.", "The invoice is paid in full.");

    /// <summary>Date of payment.</summary>
    public static readonly SimpleField PaidDate = new(FieldLevel.Invoice, FieldKind.Date, "data_zaplaty", "paid_date", "DataZaplaty",
        "Data zapłaty.", "Date of payment.");

    /// <summary>Amount already paid; less than the total is a partial payment.</summary>
    public static readonly SimpleField PaidAmount = new(FieldLevel.Invoice, FieldKind.Amount, "kwota_zaplacona", "paid_amount", "KwotaZaplatyCzesciowej",
        "Kwota już zapłacona; mniejsza niż należność oznacza zapłatę częściową.", "Amount already paid; less than the total is a partial payment.");

    /// <summary>Bank account of the seller.</summary>
    public static readonly SimpleField Account = new(FieldLevel.Invoice, FieldKind.Account, "rachunek_bankowy", "bank_account", "NrRB",
        "Rachunek bankowy sprzedawcy.", "Bank account of the seller.");

    /// <summary>SWIFT code of the bank.</summary>
    public static readonly SimpleField Swift = new(FieldLevel.Invoice, FieldKind.Text, "swift", "swift", "SWIFT",
        "Kod SWIFT banku.", "SWIFT code of the bank.");

    /// <summary>Name of the bank.</summary>
    public static readonly SimpleField BankName = new(FieldLevel.Invoice, FieldKind.Text, "nazwa_banku", "bank_name", "NazwaBanku",
        "Nazwa banku.", "Name of the bank.");

    /// <summary>Note on the account.</summary>
    public static readonly SimpleField AccountNote = new(FieldLevel.Invoice, FieldKind.Text, "opis_rachunku", "bank_account_note", "OpisRachunku",
        "Opis rachunku.", "Note on the account.");

    /// <summary>Bank account of the factor.</summary>
    public static readonly SimpleField FactorAccount = new(FieldLevel.Invoice, FieldKind.Account, "rachunek_faktora", "factor_account", "RachunekBankowyFaktora",
        "Rachunek bankowy faktora.", "Bank account of the factor.");

    /// <summary>Name of the factor's bank.</summary>
    public static readonly SimpleField FactorBankName = new(FieldLevel.Invoice, FieldKind.Text, "nazwa_banku_faktora", "factor_bank_name", "RachunekBankowyFaktora/NazwaBanku",
        "Nazwa banku faktora.", "Name of the factor's bank.");

    /// <summary>Conditions of the discount for early payment.</summary>
    public static readonly SimpleField DiscountTerms = new(FieldLevel.Invoice, FieldKind.Text, "skonto_warunki", "discount_terms", "Skonto/WarunkiSkonta",
        "Warunki skonta.", "Conditions of the discount for early payment.");

    /// <summary>The discount for early payment.</summary>
    public static readonly SimpleField Discount = new(FieldLevel.Invoice, FieldKind.Text, "skonto_wysokosc", "discount", "Skonto/WysokoscSkonta",
        "Wysokość skonta.", "The discount for early payment.");

    /// <summary>Link for a payment.</summary>
    public static readonly SimpleField Link = new(FieldLevel.Invoice, FieldKind.Text, "link_do_platnosci", "payment_link", "LinkDoPlatnosci",
        "Link do płatności bezgotówkowej.", "Link for a payment.");

    /// <summary>All of them, in the order of the documents.</summary>
    public static IReadOnlyList<SimpleField> All { get; } =
    [
        Form, DueDate, DueDays, Paid, PaidDate, PaidAmount, Account, Swift, BankName, AccountNote, FactorAccount, FactorBankName, DiscountTerms,
        Discount, Link,
    ];
}
