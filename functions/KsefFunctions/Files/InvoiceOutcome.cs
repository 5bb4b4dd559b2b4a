using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>Where one invoice of a file stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvoiceOutcome>))]
public enum InvoiceOutcome
{
    /// <summary>Passed our checks and is not settled yet: to be sent, or sent and unanswered.</summary>
    Pending,

    /// <summary>Has a KSeF number.</summary>
    Accepted,

    /// <summary>Refused, by our checks or by KSeF.</summary>
    Rejected,

    /// <summary>KSeF holds another invoice under the same seller, type and number; or the package holds the same invoice twice.</summary>
    Duplicate,
}
