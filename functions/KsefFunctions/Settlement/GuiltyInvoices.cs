using KsefFunctions.Errors;
using KsefFunctions.Files;
using KsefFunctions.Ledger;
using Microsoft.DurableTask.Client;

namespace KsefFunctions.Settlement;

/// <summary>
/// Ends invoices that KSeF could not use though they were sent alone. Each is reported in its row, and the other invoices of its file go through; a file
/// that has no other ends as a dead letter, because it is a person who must look.
/// </summary>
public sealed class GuiltyInvoices(LedgerStore ledger, FileEndStart rest)
{
    /// <param name="consignment">The consignment that held nothing else.</param>
    /// <param name="file">The file.</param>
    /// <param name="cause">What KSeF said.</param>
    /// <param name="durable">Starts what is left to do.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public async Task ReportAsync(ConsignmentRecord consignment, FileRecord file, PipelineException cause, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var error = cause.Definition.Record(PipelineException.ArgumentsIn(cause.Message));
        var record = await ledger.UpdateAsync(
            file.LedgerName,
            current => current.IsFinal || !SessionSettlement.Pending(current, consignment.Id).Any() ? null : With(current, consignment, error),
            cancellationToken);
        if (record.IsFinal || !record.IsSettled)
        {
            return;
        }

        await (record.Invoices.All(row => row.IsCopy || row.Errors.Any(other => other.Code == error.Code))
            ? rest.FailAsync(durable, record, consignment.Steps, nameof(Submission.SendConsignment), cause.Message, cancellationToken)
            : rest.GoOnAsync(durable, record, cancellationToken));
    }

    private static FileRecord With(FileRecord record, ConsignmentRecord consignment, RecordedError error) => record with
    {
        Sessions = [.. record.Sessions, .. consignment.Sessions],
        Invoices =
        [
            .. record.Invoices.Select(row => SessionSettlement.IsPending(row, consignment.Id)
                ? row with { Outcome = InvoiceOutcome.Rejected, Errors = [.. row.Errors, error] }
                : row),
        ],
    };
}
