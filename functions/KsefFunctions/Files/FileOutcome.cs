using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>Where a dropped file stands. The first six are on the way, the rest are final until someone replays the file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileOutcome>))]
public enum FileOutcome
{
    /// <summary>Seen in the inbox; its orchestration is started.</summary>
    Received,

    /// <summary>Read and checked: on its way, or final where it was checked in a dry run and nothing is sent.</summary>
    Validated,

    /// <summary>Waits for a person to approve or refuse it.</summary>
    AwaitingApproval,

    /// <summary>A KSeF session is being opened or filled.</summary>
    Sending,

    /// <summary>The session is closed; KSeF is working on it.</summary>
    Processing,

    /// <summary>KSeF has decided about every invoice and the result is out; a receipt is still to come.</summary>
    AwaitingReceipt,

    /// <summary>Every invoice has a KSeF number.</summary>
    Accepted,

    /// <summary>A package in which some invoices have a KSeF number and some have not.</summary>
    PartlyAccepted,

    /// <summary>No invoice was accepted: refused by our checks or by KSeF.</summary>
    Rejected,

    /// <summary>Every invoice is known to KSeF already, with other content than ours.</summary>
    Duplicate,

    /// <summary>A person refused to send it.</summary>
    Refused,

    /// <summary>Stopped by a technical fault; a person must look.</summary>
    DeadLettered,
}
