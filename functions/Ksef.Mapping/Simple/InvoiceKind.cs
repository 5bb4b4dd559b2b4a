namespace Ksef.Mapping.Simple;

/// <summary>Kind of an invoice (RodzajFaktury).</summary>
internal enum InvoiceKind
{
    Vat,
    Kor,
    Zal,
    Roz,
    Upr,
    KorZal,
    KorRoz,
}
