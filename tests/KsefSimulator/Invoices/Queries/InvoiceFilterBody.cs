namespace KsefSimulator.Invoices.Queries;

internal sealed record InvoiceFilterBody
{
    public string? SubjectType { get; init; }

    public DateRangeBody? DateRange { get; init; }

    public string? KsefNumber { get; init; }

    public string? InvoiceNumber { get; init; }

    public AmountBody? Amount { get; init; }

    public string? SellerNip { get; init; }

    public BuyerBody? BuyerIdentifier { get; init; }

    public IReadOnlyList<string>? CurrencyCodes { get; init; }

    public string? InvoicingMode { get; init; }

    public bool? IsSelfInvoicing { get; init; }

    public string? FormType { get; init; }

    public IReadOnlyList<string>? InvoiceTypes { get; init; }

    public bool? HasAttachment { get; init; }
}

internal sealed record DateRangeBody(string? DateType, string? From, string? To, bool? RestrictToPermanentStorageHwmDate);

internal sealed record AmountBody(string? Type, decimal? From, decimal? To);

internal sealed record BuyerBody(string? Type, string? Value);
