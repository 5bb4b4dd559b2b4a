namespace Ksef.Mapping;

/// <summary>What the mapping of a file depends on besides the file.</summary>
/// <param name="Nip">NIP of the company for which the file was dropped, ten digits.</param>
/// <param name="Profile">What the company says of itself.</param>
/// <param name="Mapping">How the company's files relate to the simple layout.</param>
/// <param name="MadeAt">When the invoices were made of the data for the first time (DataWytworzeniaFa): a repetition gives the same bytes only with the same time.</param>
public sealed record MappingContext(string Nip, CompanyProfile Profile, DataMapping Mapping, DateTimeOffset MadeAt)
{
    /// <summary>What is known of invoices that were sent already.</summary>
    public IIssuedInvoices? Issued { get; init; }

    /// <summary>Checks each invoice that was made; its findings come with the row. Not checked when <see langword="null"/>.</summary>
    public Invoices.InvoiceChecker? Checker { get; init; }

    /// <summary>What the check depends on.</summary>
    public Invoices.InvoiceCheckOptions CheckOptions { get; init; } = new();

    /// <summary>How much of a workbook is read.</summary>
    public ExcelLimits ExcelLimits { get; init; } = ExcelLimits.Default;
}
