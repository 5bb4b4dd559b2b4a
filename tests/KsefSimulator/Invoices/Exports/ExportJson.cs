using System.Text.Json.Serialization;
using KsefSimulator.Json;

namespace KsefSimulator.Invoices.Exports;

/// <summary>How exports are written, for clients and for the journal.</summary>
[JsonSerializable(typeof(InvoiceExport))]
[JsonSerializable(typeof(InvoiceExportRequest))]
[JsonSerializable(typeof(ExportInvoicesResponse))]
[JsonSerializable(typeof(ExportStatusResponse))]
[JsonSerializable(typeof(ExportMetadata))]
internal sealed partial class ExportJson : JsonSerializerContext
{
    public static ExportJson Types { get; } = new(JsonFormat.Options());
}
