using System.Text.Json.Serialization;
using KsefFunctions.Errors;
using KsefFunctions.Files;

namespace KsefFunctions.Results;

/// <summary>Whether the receipts of accepted invoices are there. KSeF's numbers never wait for them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReceiptState>))]
public enum ReceiptState
{
    /// <summary>A receipt is still to come; the result is written again when it is there.</summary>
    Pending,

    /// <summary>All that KSeF gives are there.</summary>
    Complete,

    /// <summary>KSeF did not give them within days.</summary>
    Missing,
}

/// <summary>Reads it off a file's record.</summary>
internal static class ReceiptStates
{
    public static ReceiptState? Of(FileRecord record) =>
        record.Outcome == FileOutcome.AwaitingReceipt ? ReceiptState.Pending
        : record.Errors.Any(error => error.Code == ReceiptErrors.UpoMissing.Code) ? ReceiptState.Missing
        : record.Invoices.Any(row => row.Outcome == InvoiceOutcome.Accepted) ? ReceiptState.Complete
        : null;
}
