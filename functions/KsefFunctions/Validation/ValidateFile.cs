using KsefFunctions.Dispatch;
using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using KsefFunctions.Settings;
using KsefFunctions.Sources;
using KsefFunctions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Validation;

/// <summary>Archives a file's bytes, checks every invoice in it, writes the findings into the ledger, and hands over what may go out.</summary>
public sealed class ValidateFile(FileSteps steps, SourceFiles sources, ErpData data, InvoiceInspection inspection, HandOver handOver, TimeProvider time)
{
    [Function(nameof(ValidateFile))]
    public async Task<ValidatedFile> RunAsync([ActivityTrigger] FileReference file, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var validated = await steps.RunAsync(nameof(ValidateFile), file, ValidationJson.Default.ValidatedFile, run => ValidateAsync(file, run.Record, cancellationToken), cancellationToken);
        if (!validated.NeedsApproval)
        {
            await handOver.AddAsync(file with { IsMapped = validated.IsMapped }, validated.ToSend, durable, cancellationToken);
        }

        return validated;
    }

    private async Task<StepEnd<FileRecord, ValidatedFile>> ValidateAsync(FileReference file, FileRecord before, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var rows = new List<InvoiceRow>();
        var errors = new List<RecordedError>();
        IReadOnlyList<string> leftOut = [];
        var isMapped = false;
        try
        {
            RefuseName(file);
            var content = await sources.ArchiveAsync(file, cancellationToken);
            await using var found = await data.FindAsync(file, before, content, cancellationToken) ?? await sources.OpenAsync(file, content, cancellationToken);
            await using var made = await TryInspectAsync(found, file, rows, cancellationToken) ? null : await data.OfPackageAsync(file, before, (InvoiceArchive)found, cancellationToken);
            var source = made ?? found;
            if (made is not null)
            {
                rows.Clear();
                await TryInspectAsync(made, file, rows, cancellationToken);
            }

            isMapped = source is MappedSource;
            leftOut = made is null ? found.LeftOut : [.. found.LeftOut, .. made.LeftOut];
            errors.AddRange(source.Findings);
        }
        catch (SourceRefusedException refusal)
        {
            rows.Clear();
            errors.Add(refusal.Error);
        }

        return StepEnd.Done(
            current => Checked(
                current with
                {
                    Errors = errors,
                    LeftOut = leftOut,
                    IsMapped = isMapped,
                    Invoices = PackageRows.Merge(rows, current.Invoices),
                    Steps = [new StepRecord("Validate", started, time.GetUtcNow())],
                },
                file.Settings.Mode),
            record => ValidatedFile.Of(record, file.Settings.Mode));
    }

    // Whether a package holds data is asked of what is no right invoice only: most have invoices and nothing else.
    private async Task<bool> TryInspectAsync(IInvoiceSource source, FileReference file, List<InvoiceRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var invoice in source.ReadAsync(cancellationToken))
        {
            var row = inspection.Inspect(invoice, file.ContextNip);
            if (row.Outcome == InvoiceOutcome.Rejected && source is InvoiceArchive archive && await DataParts.IsDataAsync(archive.Entries[invoice.Ordinal - 1], invoice.Content, cancellationToken))
            {
                return false;
            }

            rows.Add(row);
        }

        return true;
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
