using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>Where an invoice stands, as whoever looks for it wants to know it: its row and its file together.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvoiceStatus>))]
public enum InvoiceStatus
{
    /// <summary>Checked, to be sent, or sent and unanswered.</summary>
    OnItsWay,

    /// <summary>Waits for a person to approve or refuse its file.</summary>
    AwaitingApproval,

    /// <summary>Has a KSeF number.</summary>
    Accepted,

    /// <summary>Refused by our checks or by KSeF.</summary>
    Rejected,

    /// <summary>KSeF holds another invoice under the same seller, type and number.</summary>
    Duplicate,

    /// <summary>Checked in a dry run, and not to be sent.</summary>
    Checked,

    /// <summary>A person refused to send it.</summary>
    Refused,

    /// <summary>Its file was stopped by a technical fault; a person must look.</summary>
    Stopped,
}
