namespace Ksef.Mapping;

/// <summary>What sort of value a field of the simple layout holds. It decides by which exact rules a text is read.</summary>
public enum FieldKind
{
    /// <summary>Free text, taken as it is.</summary>
    Text,

    /// <summary>One of a list of words, such as a kind of invoice or a form of payment; the company's mapping may add words.</summary>
    Code,

    /// <summary>Money, at most two decimals (FA(3) TKwotowy).</summary>
    Amount,

    /// <summary>A price of one unit, at most eight decimals (FA(3) TKwotowy2).</summary>
    UnitPrice,

    /// <summary>A quantity, at most six decimals (FA(3) TIlosci).</summary>
    Quantity,

    /// <summary>Hundredths, such as a discount: <c>3.5</c> means 3.5 %.</summary>
    Percent,

    /// <summary>Zlotys for one unit of a currency, at most six decimals (FA(3) TIlosci).</summary>
    ExchangeRate,

    /// <summary>A VAT rate as a number or a symbol: <c>23</c>, <c>0 WDT</c>, <c>zw</c>, <c>np I</c>, <c>oo</c>.</summary>
    VatRate,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A day without a time.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>A Polish NIP: ten digits with a check digit.</summary>
    Nip,

    /// <summary>A tax number of any country: a NIP, an EU VAT number with its country's prefix, or another number.</summary>
    TaxNumber,

    /// <summary>A bank account: 26 digits, or an IBAN.</summary>
    Account,

    /// <summary>A country by ISO 3166, two letters; the company's mapping may add words.</summary>
    Country,

    /// <summary>A currency by ISO 4217, three letters.</summary>
    Currency,

    /// <summary>A number given by KSeF, 35 characters with a checksum.</summary>
    KsefNumber,
}
