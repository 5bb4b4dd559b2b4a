namespace KsefFunctions.Files;

/// <summary>What a file has to send under one form code.</summary>
/// <param name="Schema">Name of the schema, such as <c>FA(3)</c>; KSeF takes one form code in a session.</param>
/// <param name="Invoices">How many.</param>
/// <param name="Bytes">Their size together, plain.</param>
/// <param name="HasAttachment">One of them at least has an attachment.</param>
public sealed record InvoicesToSend(string Schema, int Invoices, long Bytes, bool HasAttachment)
{
    /// <summary>What is to be sent of these rows.</summary>
    public static IReadOnlyList<InvoicesToSend> Of(IReadOnlyList<InvoiceRow> rows) =>
    [
        .. rows.Where(row => row is { Outcome: InvoiceOutcome.Pending, Schema: not null })
            .GroupBy(row => row.Schema!)
            .Select(schema => new InvoicesToSend(schema.Key, schema.Count(), schema.Sum(row => row.Size), schema.Any(row => row.HasAttachment))),
    ];
}
