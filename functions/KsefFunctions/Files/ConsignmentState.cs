using System.Text.Json.Serialization;

namespace KsefFunctions.Files;

/// <summary>Where a consignment stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsignmentState>))]
public enum ConsignmentState
{
    /// <summary>Its invoices are chosen; nothing is sent.</summary>
    Gathered,

    /// <summary>Its session is being opened or filled.</summary>
    Sending,

    /// <summary>Its session is closed; KSeF is working on it.</summary>
    Processing,

    /// <summary>Each of its invoices is settled, or goes in another consignment.</summary>
    Closed,

    /// <summary>It failed, or an invoice of it belongs to a file that a person must look at. A replay of such a file takes it up again.</summary>
    Stopped,
}
