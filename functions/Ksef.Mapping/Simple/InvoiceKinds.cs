namespace Ksef.Mapping.Simple;

/// <summary>Codes and words of the kinds of invoices.</summary>
internal static class InvoiceKinds
{
    public static string CodeOf(InvoiceKind kind) => kind switch
    {
        InvoiceKind.Vat => "VAT",
        InvoiceKind.Kor => "KOR",
        InvoiceKind.Zal => "ZAL",
        InvoiceKind.Roz => "ROZ",
        InvoiceKind.Upr => "UPR",
        InvoiceKind.KorZal => "KOR_ZAL",
        InvoiceKind.KorRoz => "KOR_ROZ",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static InvoiceKind? Find(string text) => WordKey.Of(text) switch
    {
        "vat" or "faktura" or "fakturavat" or "fv" or "fs" or "invoice" => InvoiceKind.Vat,
        "kor" or "korekta" or "korygujaca" or "fakturakorygujaca" or "fk" or "kfs" or "correction" => InvoiceKind.Kor,
        "zal" or "zaliczka" or "zaliczkowa" or "fakturazaliczkowa" or "advance" => InvoiceKind.Zal,
        "roz" or "rozliczenie" or "rozliczeniowa" or "koncowa" or "fakturakoncowa" or "settlement" => InvoiceKind.Roz,
        "upr" or "uproszczona" or "fakturauproszczona" or "simplified" => InvoiceKind.Upr,
        "korzal" or "korektazaliczki" or "korektazaliczkowej" or "advancecorrection" => InvoiceKind.KorZal,
        "korroz" or "korektarozliczenia" or "korektarozliczeniowej" or "settlementcorrection" => InvoiceKind.KorRoz,
        _ => null,
    };

    public static bool IsCorrection(InvoiceKind kind) => kind is InvoiceKind.Kor or InvoiceKind.KorZal or InvoiceKind.KorRoz;

    /// <summary>Whether its lines are those of an order.</summary>
    public static bool IsAdvance(InvoiceKind kind) => kind is InvoiceKind.Zal or InvoiceKind.KorZal;
}
