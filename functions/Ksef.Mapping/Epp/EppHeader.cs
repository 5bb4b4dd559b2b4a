namespace Ksef.Mapping.Epp;

/// <summary>
/// The positions of a document's header that an invoice needs. Source: InsERT, "Struktura danych EDI++" 1.11, table 3.
/// The cost of the document (31) and the persons who issued and received it (42, 43) are left out on purpose: they are not for the buyer.
/// </summary>
internal static class EppHeader
{
    /// <summary>Fields of the header of a document of trade, in every version since 1.05.</summary>
    public const int Fields = 62;

    public static readonly EppPosition Kind = new(1, "typ dokumentu");
    public static readonly EppPosition State = new(2, "status dokumentu");
    public static readonly EppPosition SupplierNumber = new(5, "numer dokumentu dostawcy");
    public static readonly EppPosition Number = new(7, "pełny numer dokumentu");
    public static readonly EppPosition OriginalNumber = new(8, "numer dokumentu korygowanego");
    public static readonly EppPosition OriginalDate = new(9, "data wystawienia dokumentu korygowanego");
    public static readonly EppPosition OrderNumber = new(10, "numer zamówienia");
    public static readonly EppPosition BuyerCode = new(12, "kod kontrahenta");
    public static readonly EppPosition BuyerShortName = new(13, "nazwa skrócona kontrahenta");
    public static readonly EppPosition BuyerName = new(14, "nazwa pełna kontrahenta");
    public static readonly EppPosition BuyerCity = new(15, "miasto kontrahenta");
    public static readonly EppPosition BuyerPostcode = new(16, "kod pocztowy kontrahenta");
    public static readonly EppPosition BuyerStreet = new(17, "ulica i numer kontrahenta");
    public static readonly EppPosition BuyerTaxNumber = new(18, "NIP kontrahenta");
    public static readonly EppPosition IssuePlace = new(21, "miejsce wystawienia");
    public static readonly EppPosition IssueDate = new(22, "data wystawienia");
    public static readonly EppPosition SaleDate = new(23, "data sprzedaży");
    public static readonly EppPosition LineCount = new(25, "liczba pozycji");
    public static readonly EppPosition NetPrices = new(26, "dokument według cen netto");
    public static readonly EppPosition Net = new(28, "wartość netto");
    public static readonly EppPosition Vat = new(29, "wartość VAT");
    public static readonly EppPosition Gross = new(30, "wartość brutto");
    public static readonly EppPosition PaymentForm = new(34, "forma płatności");
    public static readonly EppPosition DueDate = new(35, "termin płatności");
    public static readonly EppPosition Paid = new(36, "kwota zapłacona przy odbiorze");
    public static readonly EppPosition ToPay = new(37, "wartość do zapłaty");
    public static readonly EppPosition Special = new(41, "status rozszerzony");
    public static readonly EppPosition PackagingOut = new(45, "wartość wydanych opakowań");
    public static readonly EppPosition PackagingBack = new(46, "wartość zwróconych opakowań");
    public static readonly EppPosition Currency = new(47, "waluta");
    public static readonly EppPosition ExchangeRate = new(48, "kurs waluty");
    public static readonly EppPosition Remarks = new(49, "uwagi");
    public static readonly EppPosition Comment = new(50, "komentarz");
    public static readonly EppPosition Subtitle = new(51, "podtytuł dokumentu");
    public static readonly EppPosition Transaction = new(55, "rodzaj transakcji");
    public static readonly EppPosition CardAmount = new(57, "płatność kartą");
    public static readonly EppPosition CreditAmount = new(59, "płatność kredytowa");
    public static readonly EppPosition Country = new(60, "państwo kontrahenta");
    public static readonly EppPosition CountryPrefix = new(61, "prefiks państwa UE kontrahenta");
    public static readonly EppPosition EuPayer = new(62, "kontrahent jest unijny");
}
