namespace Ksef.Invoices;

/// <summary>What people and ledgers want to know of an invoice, in one form for every schema. What the file lacks or garbles is <see langword="null"/>.</summary>
/// <param name="Schema">The schema it is written in.</param>
public sealed record InvoiceSummary(InvoiceSchema Schema)
{
    /// <summary>NIP of the seller (Podmiot1; for VAT RR the farmer).</summary>
    public string? SellerNip { get; init; }

    /// <summary>Name of the seller.</summary>
    public string? SellerName { get; init; }

    /// <summary>NIP of the buyer (Podmiot2), where given.</summary>
    public string? BuyerNip { get; init; }

    /// <summary>Name of the buyer.</summary>
    public string? BuyerName { get; init; }

    /// <summary>Number of the invoice (P_2, P_4C, cbc:ID).</summary>
    public string? Number { get; init; }

    /// <summary>RodzajFaktury, such as <c>VAT</c> or <c>KOR</c>; in PEF the type code, such as <c>380</c>.</summary>
    public string? InvoiceType { get; init; }

    /// <summary>Date of issue (P_1, P_4B, cbc:IssueDate).</summary>
    public DateOnly? IssueDate { get; init; }

    /// <summary>Date of delivery or payment common to all lines (P_6, P_4A), where given.</summary>
    public DateOnly? SaleDate { get; init; }

    /// <summary>Currency by ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Sum of the net amounts of all rates, in <see cref="Currency"/>.</summary>
    public decimal? TotalNet { get; init; }

    /// <summary>Sum of the tax of all rates, in <see cref="Currency"/>; for VAT RR the flat-rate refund.</summary>
    public decimal? TotalTax { get; init; }

    /// <summary>Total due (P_15, P_12_1, TaxInclusiveAmount), in <see cref="Currency"/>.</summary>
    public decimal? TotalGross { get; init; }

    /// <summary>Number of lines.</summary>
    public int LineCount { get; init; }

    /// <summary>Whether the buyer issued it in the seller's name (P_17 = 1; VAT RR always).</summary>
    public bool IsSelfBilled { get; init; }

    /// <summary>Whether it corrects another invoice.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Whether it has an attachment (Zalacznik). KSeF takes those in batch sessions only, and up to 3,000,000 bytes.</summary>
    public bool HasAttachment { get; init; }
}
