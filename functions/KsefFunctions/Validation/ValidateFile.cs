using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace KsefFunctions.Validation;

/// <summary>Archives a file's bytes, checks every invoice in it, and writes the findings into the ledger.</summary>
public sealed class ValidateFile(FileSteps steps, SourceFiles sources, InvoiceInspection inspection)
{
    [Function(nameof(ValidateFile))]
    public Task<ValidatedFile> RunAsync([ActivityTrigger] FileReference file, CancellationToken cancellationToken) =>
        steps.RunAsync(nameof(ValidateFile), file, ValidationJson.Default.ValidatedFile, _ => ValidateAsync(file, cancellationToken), cancellationToken);

    private async Task<StepEnd<ValidatedFile>> ValidateAsync(FileReference file, CancellationToken cancellationToken)
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

        return StepEnd.Done(
            current => Checked(current with { Errors = errors, Invoices = PackageRows.Merge(rows, current.Invoices) }, file.Settings.Mode),
            record => ValidatedFile.Of(record, file.Settings.Mode));
    }

    // Who may let it go out finds it as soon as it is checked.
    private static FileRecord Checked(FileRecord record, FlowMode mode) =>
        record with { Outcome = ValidatedFile.Of(record, mode).NeedsApproval ? FileOutcome.AwaitingApproval : FileOutcome.Validated };

    private static void RefuseWrongNip(FileReference file)
    {
        if (InboxPath.TryParse(file.Path, out var path) && !path.HasValidNip)
        {
            throw new SourceRefusedException(FileErrors.WrongNipFolder.Record(path.Nip));
        }
    }
}
