using KsefFunctions.Errors;
using KsefFunctions.Intake;
using KsefFunctions.Ledger;
using KsefFunctions.Pipeline;
using KsefFunctions.Submission;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Validation;

/// <summary>Archives a file's bytes, checks every invoice in it, and writes the findings into the ledger.</summary>
public sealed class ValidateFile(FileSteps steps, SourceFiles sources, InvoiceInspection inspection, LedgerStore ledger)
{
    [Function(nameof(ValidateFile))]
    public Task<ValidatedFile> RunAsync([ActivityTrigger] FileReference file, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(ValidateFile), file, () => ValidateAsync(file, cancellationToken), cancellationToken);

    private async Task<ValidatedFile> ValidateAsync(FileReference file, CancellationToken cancellationToken)
    {
        var rows = new List<InvoiceRow>();
        var errors = new List<RecordedError>();
        try
        {
            await sources.ArchiveAsync(file, cancellationToken);
            RefuseWrongNip(file);
            await foreach (var invoice in sources.ReadAsync(file, cancellationToken))
            {
                rows.Add(inspection.Inspect(invoice, file.ContextNip, fromArchive: file.IsArchive));
            }
        }
        catch (SourceRefusedException refusal)
        {
            rows.Clear();
            errors.Add(refusal.Error);
        }

        var record = await ledger.UpdateAsync(
            file.LedgerName,
            current => current with
            {
                Outcome = FileOutcome.Validated,
                Errors = errors,
                Invoices = PackageRows.Merge(rows, current.Invoices),
            },
            cancellationToken);
        return new ValidatedFile(
            SubmissionPlanner.Plan(record.Invoices),
            record.Invoices.Any(row => row.Outcome == InvoiceOutcome.Accepted),
            record.Approval?.Approved ?? false,
            record.Sessions.Any(session => session.IsOpenQuestion));
    }

    private static void RefuseWrongNip(FileReference file)
    {
        if (InboxPath.TryParse(file.Path, out var path) && !path.HasValidNip)
        {
            throw new SourceRefusedException(FileErrors.WrongNipFolder.Record(path.Nip));
        }
    }
}
