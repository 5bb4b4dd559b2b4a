using System.Globalization;
using Azure.Data.Tables;
using KsefFunctions.Files;

namespace KsefFunctions.Index;

/// <summary>Writes an invoice into its row of the table and reads it back. An amount is text: a table knows no decimal numbers.</summary>
internal static class IndexedInvoiceRow
{
    private const string Day = "yyyy-MM-dd";

    public static TableEntity Write(IndexedInvoice invoice, string partition, string key)
    {
        var row = new TableEntity(partition, key)
        {
            [nameof(IndexedInvoice.ContextNip)] = invoice.ContextNip,
            [nameof(IndexedInvoice.FileId)] = invoice.FileId,
            [nameof(IndexedInvoice.LedgerName)] = invoice.LedgerName,
            [nameof(IndexedInvoice.Path)] = invoice.Path,
            [nameof(IndexedInvoice.ReceivedAt)] = invoice.ReceivedAt,
            [nameof(IndexedInvoice.Ordinal)] = invoice.Ordinal,
            [nameof(IndexedInvoice.Name)] = invoice.Name,
            [nameof(IndexedInvoice.Status)] = invoice.Status.ToString(),
        };
        Add(row, nameof(IndexedInvoice.Schema), invoice.Schema);
        Add(row, nameof(IndexedInvoice.InvoiceType), invoice.InvoiceType);
        Add(row, nameof(IndexedInvoice.Number), invoice.Number);
        Add(row, nameof(IndexedInvoice.SellerNip), invoice.SellerNip);
        Add(row, nameof(IndexedInvoice.BuyerNip), invoice.BuyerNip);
        Add(row, nameof(IndexedInvoice.BuyerName), invoice.BuyerName);
        Add(row, nameof(IndexedInvoice.IssueDate), invoice.IssueDate?.ToString(Day, CultureInfo.InvariantCulture));
        Add(row, nameof(IndexedInvoice.TotalGross), invoice.TotalGross?.ToString(CultureInfo.InvariantCulture));
        Add(row, nameof(IndexedInvoice.Currency), invoice.Currency);
        Add(row, nameof(IndexedInvoice.KsefNumber), invoice.KsefNumber);
        Add(row, nameof(IndexedInvoice.AcquisitionDate), invoice.AcquisitionDate);
        Add(row, nameof(IndexedInvoice.SessionReferenceNumber), invoice.SessionReferenceNumber);
        Add(row, nameof(IndexedInvoice.ErrorCode), invoice.ErrorCode);
        Add(row, nameof(IndexedInvoice.ErrorEn), invoice.ErrorEn);
        Add(row, nameof(IndexedInvoice.ErrorPl), invoice.ErrorPl);
        Add(row, nameof(IndexedInvoice.WarningCount), invoice.WarningCount == 0 ? null : invoice.WarningCount);
        return row;
    }

    public static IndexedInvoice Read(TableEntity row) => new()
    {
        ContextNip = row.GetString(nameof(IndexedInvoice.ContextNip)),
        FileId = row.GetString(nameof(IndexedInvoice.FileId)),
        LedgerName = row.GetString(nameof(IndexedInvoice.LedgerName)),
        Path = row.GetString(nameof(IndexedInvoice.Path)),
        ReceivedAt = row.GetDateTimeOffset(nameof(IndexedInvoice.ReceivedAt))!.Value,
        Ordinal = row.GetInt32(nameof(IndexedInvoice.Ordinal))!.Value,
        Name = row.GetString(nameof(IndexedInvoice.Name)),
        Status = Enum.Parse<InvoiceStatus>(row.GetString(nameof(IndexedInvoice.Status))),
        Schema = row.GetString(nameof(IndexedInvoice.Schema)),
        InvoiceType = row.GetString(nameof(IndexedInvoice.InvoiceType)),
        Number = row.GetString(nameof(IndexedInvoice.Number)),
        SellerNip = row.GetString(nameof(IndexedInvoice.SellerNip)),
        BuyerNip = row.GetString(nameof(IndexedInvoice.BuyerNip)),
        BuyerName = row.GetString(nameof(IndexedInvoice.BuyerName)),
        IssueDate = row.GetString(nameof(IndexedInvoice.IssueDate)) is { } day ? DateOnly.ParseExact(day, Day, CultureInfo.InvariantCulture) : null,
        TotalGross = row.GetString(nameof(IndexedInvoice.TotalGross)) is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null,
        Currency = row.GetString(nameof(IndexedInvoice.Currency)),
        KsefNumber = row.GetString(nameof(IndexedInvoice.KsefNumber)),
        AcquisitionDate = row.GetDateTimeOffset(nameof(IndexedInvoice.AcquisitionDate)),
        SessionReferenceNumber = row.GetString(nameof(IndexedInvoice.SessionReferenceNumber)),
        ErrorCode = row.GetString(nameof(IndexedInvoice.ErrorCode)),
        ErrorEn = row.GetString(nameof(IndexedInvoice.ErrorEn)),
        ErrorPl = row.GetString(nameof(IndexedInvoice.ErrorPl)),
        WarningCount = row.GetInt32(nameof(IndexedInvoice.WarningCount)) ?? 0,
    };

    private static void Add(TableEntity row, string name, object? value)
    {
        if (value is not null)
        {
            row[name] = value;
        }
    }
}
