namespace KsefSimulator.Invoices.Queries;

/// <summary>RodzajFaktury under the API's names.</summary>
internal static class InvoiceTypes
{
    public static string Of(string kind) => kind switch
    {
        "ZAL" => "Zal",
        "KOR" => "Kor",
        "ROZ" => "Roz",
        "UPR" => "Upr",
        "KOR_ZAL" => "KorZal",
        "KOR_ROZ" => "KorRoz",
        "VAT_PEF" => "VatPef",
        "KOR_PEF" => "KorPef",
        "VAT_RR" => "VatRr",
        "KOR_VAT_RR" => "KorVatRr",
        _ => "Vat",
    };
}
