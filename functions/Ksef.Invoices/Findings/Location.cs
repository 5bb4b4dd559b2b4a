namespace Ksef.Invoices;

/// <summary>Where in a file something was found.</summary>
internal readonly record struct Location(string? Path, int? Line, int? Column)
{
    /// <summary>The file as a whole.</summary>
    public static Location File => default;

    /// <summary>The line of the invoice, for what stands in one.</summary>
    public InvoiceLineNumber? InvoiceLine { get; init; }
}
