namespace Ksef.Mapping;

/// <summary>What a company says of itself once (<c>company.json</c>): it fills what its files do not say.</summary>
public sealed record CompanyProfile
{
    /// <summary>A profile that says nothing.</summary>
    public static CompanyProfile Empty { get; } = new();

    /// <summary>NIP of the company.</summary>
    public string? Nip { get; init; }

    /// <summary>Its full legal name.</summary>
    public string? Name { get; init; }

    /// <summary>First line of its address: street and number.</summary>
    public string? Address1 { get; init; }

    /// <summary>Second line of its address: postcode and city.</summary>
    public string? Address2 { get; init; }

    /// <summary>Its country by ISO 3166.</summary>
    public string Country { get; init; } = "PL";

    /// <summary>E-mail address shown on invoices.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone shown on invoices, at most 16 characters.</summary>
    public string? Phone { get; init; }

    /// <summary>EORI number.</summary>
    public string? Eori { get; init; }

    /// <summary>Accounts by currency, such as <c>PLN</c> and <c>EUR</c>.</summary>
    public IReadOnlyDictionary<string, BankAccount> Accounts { get; init; } = new Dictionary<string, BankAccount>();

    /// <summary>Form of payment where the file names none, in the words of the simple layout.</summary>
    public string? PaymentForm { get; init; }

    /// <summary>Days from issue until payment is due, where the file says nothing.</summary>
    public int? PaymentDays { get; init; }

    /// <summary>Place of issue where the file names none.</summary>
    public string? IssuePlace { get; init; }

    /// <summary>Cash method (P_16).</summary>
    public bool CashMethod { get; init; }

    /// <summary>Split payment (P_18A) on every invoice that does not say otherwise.</summary>
    public bool SplitPayment { get; init; }

    /// <summary>The provision of the Polish act by which exempt sales are exempt (P_19A), where the file names none.</summary>
    public string? ExemptionAct { get; init; }

    /// <summary>The provision of the directive (P_19B).</summary>
    public string? ExemptionDirective { get; init; }

    /// <summary>Another legal basis (P_19C).</summary>
    public string? ExemptionOther { get; init; }

    /// <summary>What a bare rate of 0 means: <c>0 KR</c>, <c>0 WDT</c> or <c>0 EX</c>; an error where neither file nor profile says.</summary>
    public string? ZeroRate { get; init; }

    /// <summary>What a bare <c>np</c> means: <c>np I</c> or <c>np II</c>; an error where neither file nor profile says.</summary>
    public string? OutsideRate { get; init; }

    /// <summary>Whether buyers are units of a local government (JST) where the file does not say.</summary>
    public bool Jst { get; init; }

    /// <summary>Whether buyers are members of a VAT group (GV) where the file does not say.</summary>
    public bool Gv { get; init; }

    /// <summary>Whether a corrected or settled invoice whose KSeF number nobody knows was issued outside KSeF.</summary>
    public bool OriginalsOutsideKsef { get; init; }

    /// <summary>Whether payment on the day of issue is meant where a file says that an invoice is paid but not when.</summary>
    public bool PaidOnIssue { get; init; }

    /// <summary>Text of the footer where the file gives none.</summary>
    public string? Footer { get; init; }

    /// <summary>Number in the register of entrepreneurs (KRS).</summary>
    public string? Krs { get; init; }

    /// <summary>REGON.</summary>
    public string? Regon { get; init; }

    /// <summary>Number in the waste register (BDO).</summary>
    public string? Bdo { get; init; }

    /// <summary>How tax is rounded where the stated totals fit both ways or say nothing.</summary>
    public TaxRounding Rounding { get; init; }

    /// <summary>How the number comes out of an export that writes it in its own way.</summary>
    public NumberRule NumberRule { get; init; }

    /// <summary>Whether one bad invoice keeps all others of its file back.</summary>
    public bool AllOrNothing { get; init; }

    /// <summary>What is wrong with the file that it was read from; each names its field.</summary>
    public IReadOnlyList<DataFinding> Mistakes { get; init; } = [];

    /// <summary>What is wrong with a field, or with the file as a whole.</summary>
    internal DataFinding? MistakeOf(string field) => Mistakes.Count == 0 ? null : Mistakes.FirstOrDefault(mistake => mistake.Place.Field is null || mistake.Place.Field == field);
}
