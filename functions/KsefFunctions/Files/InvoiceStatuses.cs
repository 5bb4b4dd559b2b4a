namespace KsefFunctions.Files;

/// <summary>Tells the status of an invoice.</summary>
public static class InvoiceStatuses
{
    /// <summary>The status of an invoice of a file.</summary>
    public static InvoiceStatus Of(FileRecord file, InvoiceRow row) => row.Outcome switch
    {
        InvoiceOutcome.Accepted => InvoiceStatus.Accepted,
        InvoiceOutcome.Rejected => InvoiceStatus.Rejected,
        InvoiceOutcome.Duplicate => InvoiceStatus.Duplicate,
        _ => file.Outcome switch
        {
            FileOutcome.Refused => InvoiceStatus.Refused,
            FileOutcome.DeadLettered => InvoiceStatus.Stopped,
            FileOutcome.AwaitingApproval => InvoiceStatus.AwaitingApproval,
            _ => file is { DryRun: true, IsFinal: true } ? InvoiceStatus.Checked : InvoiceStatus.OnItsWay,
        },
    };
}
