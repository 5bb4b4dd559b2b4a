using System.Security.Cryptography;
using Ksef.Invoices;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Settings;
using KsefFunctions.Sources;
using Microsoft.Extensions.Options;

namespace KsefFunctions.Validation;

/// <summary>Checks one invoice under the rules of the environment and makes its row.</summary>
public sealed class InvoiceInspection(InvoiceChecker checker, IOptions<KsefFunctionsOptions> options)
{
    public InvoiceRow Inspect(SourceInvoice source, string contextNip)
    {
        var row = new InvoiceRow
        {
            Ordinal = source.Ordinal,
            Name = source.Name,
            InvoiceHash = Convert.ToBase64String(SHA256.HashData(source.Content.Span)),
            Size = source.Content.Length,
        };
        if (source.Error is { } error)
        {
            return row with { Outcome = InvoiceOutcome.Rejected, Errors = source.Findings ?? [error] };
        }

        var check = checker.Check(source.Content, EnvironmentRules.CheckOptions(options.Value.Environment, contextNip));
        row = row with
        {
            Outcome = check.IsAccepted && source.Findings?.Any(finding => !finding.Warning) != true ? InvoiceOutcome.Pending : InvoiceOutcome.Rejected,
            Errors = source.Findings ?? [.. check.Findings.Select(Recorded)],
        };
        row = check.Invoice is { } invoice ? Described(row, invoice) : row;
        return source.Sent is { } sent && row.Outcome == InvoiceOutcome.Pending ? Settled(row, sent) : row;
    }

    private static InvoiceRow Settled(InvoiceRow row, SentInvoice sent) => row with
    {
        Outcome = InvoiceOutcome.Accepted,
        KsefNumber = sent.KsefNumber,
        AcquisitionDate = sent.AcquisitionDate,
        InvoicingMode = sent.InvoicingMode,
        OriginalKsefNumber = sent.KsefNumber,
        SessionReferenceNumber = sent.SessionReferenceNumber,
        Errors = [.. row.Errors, InvoiceErrors.AcceptedBefore.Record(sent.KsefNumber)],
    };

    private static InvoiceRow Described(InvoiceRow row, InvoiceSummary invoice) => row with
    {
        Schema = invoice.Schema.Name,
        HasAttachment = invoice.HasAttachment,
        InvoiceType = invoice.InvoiceType,
        Number = invoice.Number,
        SellerNip = invoice.SellerNip,
        BuyerNip = invoice.BuyerNip,
        BuyerName = invoice.BuyerName,
        IssueDate = invoice.IssueDate,
        TotalGross = invoice.TotalGross,
        Currency = invoice.Currency,
    };

    private static RecordedError Recorded(Finding finding) => new(
        finding.Definition.Code,
        finding.MessageEn,
        finding.MessagePl,
        finding.Path,
        finding.Line,
        finding.Column,
        Warning: finding.Definition.Severity == FindingSeverity.Warning);
}
