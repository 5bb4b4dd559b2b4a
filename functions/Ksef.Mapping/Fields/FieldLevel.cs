namespace Ksef.Mapping;

/// <summary>
/// What a field of the simple layout says something about. In a table every row may hold fields of any level: those of <see cref="Invoice"/>
/// are the same in all rows of an invoice, those of another level are one entry of that level for each row that has any of them.
/// </summary>
public enum FieldLevel
{
    /// <summary>The invoice itself, its seller, buyer, payment and totals: once.</summary>
    Invoice,

    /// <summary>A line: goods or service. On an advance invoice (ZAL, KOR_ZAL) a line of the order, for such invoices have no other lines.</summary>
    Line,

    /// <summary>An invoice that this one corrects (DaneFaKorygowanej). Almost always one; a collective correction has more.</summary>
    Original,

    /// <summary>An earlier advance invoice that this one settles (FakturaZaliczkowa); one entry for each VAT rate of it when amounts are given.</summary>
    Advance,

    /// <summary>A third party (Podmiot3): recipient, payer, factor, unit of the buyer.</summary>
    Party,

    /// <summary>A payment already made, one of several (ZaplataCzesciowa).</summary>
    PartialPayment,

    /// <summary>An amount added to what is to be paid, outside VAT (Rozliczenie/Obciazenia), such as returnable packaging handed out.</summary>
    Charge,

    /// <summary>An amount taken off what is to be paid, outside VAT (Rozliczenie/Odliczenia), such as packaging returned.</summary>
    Deduction,

    /// <summary>A further remark, a pair of name and text (DodatkowyOpis).</summary>
    Note,
}
