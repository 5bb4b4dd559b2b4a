using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Invoices;

/// <summary>How an invoice is written in the journal.</summary>
[JsonSerializable(typeof(SubmittedInvoice))]
internal sealed partial class InvoiceJson : JsonSerializerContext
{
    public static InvoiceJson Types { get; } = new(JsonFormat.Options());
}
