using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Sources;
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
        IReadOnlyList<string> leftOut = [];
        try
        {
            RefuseName(file);
            await sources.ArchiveAsync(file, cancellationToken);
            await using var source = await sources.OpenAsync(file, cancellationToken);
            leftOut = source.LeftOut;
            await foreach (var invoice in source.ReadAsync(cancellationToken))
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
            current => Checked(current with { Errors = errors, LeftOut = leftOut, Invoices = PackageRows.Merge(rows, current.Invoices) }, file.Settings.Mode),
            record => ValidatedFile.Of(record, file.Settings.Mode));
    }

    // Who may let it go out finds it as soon as it is checked.
    private static FileRecord Checked(FileRecord record, FlowMode mode) =>
        record with { Outcome = ValidatedFile.Of(record, mode).NeedsApproval ? FileOutcome.AwaitingApproval : FileOutcome.Validated };

    private static void RefuseName(FileReference file)
    {
        if (DropName.RefusalOf(file.Path, file.Content) is { } refusal)
        {
            throw new SourceRefusedException(refusal);
        }
    }
}
