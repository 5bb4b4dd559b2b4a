using Ksef.Client;
using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>One invoice as everybody outside sees it: the ERP in the result file, finance through the API.</summary>
public sealed record ResultInvoice
{
    /// <summary>Position in the file, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Name of the archive entry, or of the file itself.</summary>
    public required string Name { get; init; }

    public required InvoiceOutcome Outcome { get; init; }

    /// <summary>Name of the schema, such as <c>FA(3)</c>; missing when the content is no invoice.</summary>
    public string? Schema { get; init; }

    /// <summary>Invoice number given by the seller (P_2).</summary>
    public string? Number { get; init; }

    public string? BuyerNip { get; init; }

    public string? BuyerName { get; init; }

    public DateOnly? IssueDate { get; init; }

    public decimal? TotalGross { get; init; }

    public string? Currency { get; init; }

    public string? KsefNumber { get; init; }

    /// <summary>When KSeF gave the number; UTC.</summary>
    public DateTimeOffset? AcquisitionDate { get; init; }

    /// <summary>The same as a day in Poland, the one that counts in law.</summary>
    public DateOnly? AcquisitionDay { get; init; }

    /// <summary>For a duplicate: the KSeF number of the invoice that KSeF has, be it this very one, sent before or twice, or another under the same number.</summary>
    public string? OriginalKsefNumber { get; init; }

    /// <summary>
    /// <c>Online</c> or <c>Offline</c>, as KSeF counts the accepted invoice: it makes one that is dated before the day it comes in an offline one.
    /// Missing where KSeF does not say it.
    /// </summary>
    public string? InvoicingMode { get; init; }

    /// <summary>SHA-256 of the invoice, Base64.</summary>
    public required string InvoiceHash { get; init; }

    /// <summary>Link to KSeF's page about the accepted invoice, to be printed on it as a QR code (KOD I); the simulator has no such page.</summary>
    public Uri? VerificationLink { get; init; }

    /// <summary>Name of the receipt that proves it.</summary>
    public string? Upo { get; init; }

    /// <summary>Consignment that the invoice goes or went in, with others of the same company; missing before it is sent.</summary>
    public string? Consignment { get; init; }

    /// <summary>KSeF session in which the number was given.</summary>
    public string? SessionReferenceNumber { get; init; }

    public required IReadOnlyList<ResultError> Errors { get; init; }

    /// <summary>The invoices of a file.</summary>
    /// <param name="record">The file in the ledger.</param>
    /// <param name="upos">How the reader knows the file's receipts, in the order of the ledger.</param>
    /// <param name="environment">The KSeF that they were sent to.</param>
    public static IReadOnlyList<ResultInvoice> AllOf(FileRecord record, IReadOnlyList<string> upos, KsefEnvironment environment)
    {
        var receipts = new InvoiceReceipts(record.Upos, upos);
        var firsts = record.Invoices.Any(row => row.IsCopy)
            ? record.Invoices.Where(row => row.KsefNumber is not null).DistinctBy(row => row.InvoiceHash).ToDictionary(row => row.InvoiceHash, row => row.KsefNumber, StringComparer.Ordinal)
            : [];
        return
        [
            .. record.Invoices.Select(row => Of(row, environment) with
            {
                Upo = receipts.Of(row),
                OriginalKsefNumber = row.IsCopy ? firsts.GetValueOrDefault(row.InvoiceHash) : row.OriginalKsefNumber,
            }),
        ];
    }

    private static ResultInvoice Of(InvoiceRow row, KsefEnvironment environment) => new()
    {
        Ordinal = row.Ordinal,
        Name = row.Name,
        Outcome = row.Outcome,
        Schema = row.Schema,
        Number = row.Number,
        BuyerNip = row.BuyerNip,
        BuyerName = row.BuyerName,
        IssueDate = row.IssueDate,
        TotalGross = row.TotalGross,
        Currency = row.Currency,
        KsefNumber = row.KsefNumber,
        AcquisitionDate = row.AcquisitionDate,
        AcquisitionDay = row.AcquisitionDate is { } acquired ? PolishTime.DayOf(acquired) : null,
        InvoicingMode = row.InvoicingMode,
        InvoiceHash = row.InvoiceHash,
        VerificationLink = LinkOf(row, environment),
        Consignment = row.Consignment,
        SessionReferenceNumber = row.SessionReferenceNumber,
        Errors = [.. row.Errors.Select(ResultError.Of)],
    };

    private static Uri? LinkOf(InvoiceRow row, KsefEnvironment environment) =>
        row is { Outcome: InvoiceOutcome.Accepted, SellerNip: { } seller, IssueDate: { } date }
            ? VerificationLinks.ToInvoice(environment, seller, date, row.InvoiceHash)
            : null;
}
