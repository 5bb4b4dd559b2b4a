namespace Ksef.Mapping.Epp;

/// <summary>
/// The positions of a line of goods. Source: InsERT, "Struktura danych EDI++" 1.11, tables 7 and 8.
/// Stock price (13) and cost (20) are left out on purpose: they are what the seller paid.
/// </summary>
internal static class EppLineFields
{
    /// <summary>Fields of a line.</summary>
    public const int Fields = 22;

    /// <summary>Fields of a line of a correction: nine more, with what stood in the line before.</summary>
    public const int CorrectionFields = 31;

    public static readonly EppPosition Number = new(1, "liczba porządkowa");
    public static readonly EppPosition Type = new(2, "typ towaru");
    public static readonly EppPosition Code = new(3, "kod towaru");
    public static readonly EppPosition DiscountInPercent = new(4, "rabat procentowy");
    public static readonly EppPosition Discount = new(8, "wartość rabatu");
    public static readonly EppPosition DiscountPercent = new(9, "rabat w procentach");
    public static readonly EppPosition Unit = new(10, "jednostka miary");
    public static readonly EppPosition Quantity = new(11, "ilość");
    public static readonly EppPosition NetPrice = new(14, "cena netto");
    public static readonly EppPosition GrossPrice = new(15, "cena brutto");
    public static readonly EppPosition Rate = new(16, "stawka VAT");
    public static readonly EppPosition Net = new(17, "wartość netto");
    public static readonly EppPosition Vat = new(18, "wartość VAT");
    public static readonly EppPosition Gross = new(19, "wartość brutto");
    public static readonly EppPosition Description = new(21, "opis usługi jednorazowej");
    public static readonly EppPosition Name = new(22, "nazwa usługi jednorazowej");

    /// <summary>Price before the correction: net or gross, whichever the document is counted by.</summary>
    public static readonly EppPosition PriceBefore = new(23, "cena przed korektą");
    public static readonly EppPosition RateBefore = new(25, "stawka VAT przed korektą");
    public static readonly EppPosition QuantityBefore = new(26, "ilość przed korektą");
    public static readonly EppPosition UnitBefore = new(27, "jednostka miary przed korektą");

    /// <summary>Discount before the correction: in hundredths or as an amount, as the line says (4).</summary>
    public static readonly EppPosition DiscountBefore = new(28, "rabat przed korektą");
    public static readonly EppPosition NetBefore = new(29, "wartość netto przed korektą");
    public static readonly EppPosition VatBefore = new(30, "wartość VAT przed korektą");
    public static readonly EppPosition GrossBefore = new(31, "wartość brutto przed korektą");
}
