using Ksef.Client;
using Ksef.Invoices;
using KsefFunctions.Files;

namespace KsefFunctions.Validation;

/// <summary>Sorts invoices into submissions: a session carries one form code, and not every form may go by batch.</summary>
internal static class SubmissionPlanner
{
    /// <summary>The submission of an invoice. Attachments go by batch only; PEF goes online only.</summary>
    public static string KeyOf(InvoiceSummary invoice, bool fromArchive)
    {
        var batch = invoice.HasAttachment || (fromArchive && invoice.Schema.AllowedInBatch);
        return $"{(batch ? SessionKind.Batch : SessionKind.Online)}:{invoice.Schema.Name}";
    }

    /// <summary>What is to be sent of these rows.</summary>
    public static IReadOnlyList<SubmissionPlan> Plan(IReadOnlyList<InvoiceRow> rows) =>
        [.. rows.Where(row => row is { Outcome: InvoiceOutcome.Pending, Submission: not null }).Select(row => row.Submission!).Distinct().Select(Plan)];

    private static SubmissionPlan Plan(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var schema = InvoiceSchema.All.Single(candidate => candidate.Name == key[(colon + 1)..]);
        return new SubmissionPlan(
            key, Enum.Parse<SessionKind>(key[..colon]), new FormCode(schema.SystemCode, schema.SchemaVersion, schema.FormCodeValue));
    }
}
