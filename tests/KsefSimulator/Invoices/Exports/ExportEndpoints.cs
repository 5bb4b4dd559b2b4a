using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Invoices.Queries;
using KsefSimulator.Limits;
using KsefSimulator.PublicKeys;
using KsefSimulator.Storage;

namespace KsefSimulator.Invoices.Exports;

/// <summary>POST /invoices/exports, GET /invoices/exports/{referenceNumber}, and the downloads of parts.</summary>
internal static class ExportEndpoints
{
    private static readonly TimeSpan PackageLifetime = TimeSpan.FromDays(2);

    public static void MapExports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/invoices/exports", StartAsync).WithName("InvoiceExport").RequireAccess(Permission.InvoiceRead).RateLimited(RateLimitGroup.InvoiceExport);
        api.MapGet("/invoices/exports/{referenceNumber}", Get).WithName("InvoiceExportStatus").RequireAccess(Permission.InvoiceRead).RateLimited(RateLimitGroup.InvoiceExportStatus);
    }

    public static void MapExportDownloads(this IEndpointRouteBuilder storage) =>
        storage.MapGet("/02/{reference}/invoice-part/{ordinal:int}", Download).WithName("ExportPartDownload");

    private static async Task<IResult> StartAsync(HttpContext context, InvoiceExports exports, KeyRing keys)
    {
        var request = await JsonBody.ReadAsync(context.Request, ExportJson.Types.InvoiceExportRequest, context.RequestAborted);
        var (key, vector) = ClientEncryption.Unwrap(request.Encryption, keys);
        var compression = request.CompressionType switch
        {
            null or CompressionType.Zip => CompressionType.Zip,
            CompressionType.TarGz => CompressionType.TarGz,
            _ => throw Refusals.InvalidInput("Pole 'compressionType' ma niedozwoloną wartość."),
        };
        var export = exports.Start(context.Caller(), request.Filters, request.OnlyMetadata ?? false, compression, key, vector);
        return Answer.Json(new ExportInvoicesResponse(export.ReferenceNumber), ExportJson.Types.ExportInvoicesResponse, StatusCodes.Status201Created);
    }

    private static IResult Get(string referenceNumber, HttpContext context, InvoiceExports exports, SignedLinks links, TimeProvider time)
    {
        var export = exports.Get(referenceNumber, context.Caller().Context);
        var now = time.GetUtcNow();
        var expires = export.CompletesAt + PackageLifetime;
        if (now < export.CompletesAt)
        {
            return Answer.Json(new ExportStatusResponse(new StatusInfo(100, "Eksport faktur w toku"), null, null, null), ExportJson.Types.ExportStatusResponse);
        }

        if (now >= expires)
        {
            return Answer.Json(
                new ExportStatusResponse(new StatusInfo(210, "Eksport faktur wygasł i nie jest już dostępny do pobrania"), export.CompletesAt, expires, null), ExportJson.Types.ExportStatusResponse);
        }

        var package = export.Outcome.Code == 200 ? ExportPackage.Of(export, part => links.Sign(context.Request, PathOf(export, part), expires), expires) : null;
        return Answer.Json(new ExportStatusResponse(export.Outcome, export.CompletesAt, package is null ? null : expires, package), ExportJson.Types.ExportStatusResponse);
    }

    private static IResult Download(string reference, int ordinal, HttpContext context, InvoiceExports exports, SignedLinks links, FileStore files)
    {
        if (!links.IsValid(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (exports.Find(reference)?.Parts.FirstOrDefault(part => part.OrdinalNumber == ordinal) is not { } part)
        {
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        }

        context.Response.Headers[Answer.HashHeader] = part.EncryptedHash;
        return TypedResults.Stream(files.Read(part.FileName), "application/octet-stream");
    }

    private static string PathOf(InvoiceExport export, ExportPart part) => $"/02/{export.ReferenceNumber}/invoice-part/{part.OrdinalNumber}";
}

internal sealed record InvoiceExportRequest(EncryptionBody? Encryption, bool? OnlyMetadata, InvoiceFilterBody? Filters, string? CompressionType);

internal sealed record ExportInvoicesResponse(string ReferenceNumber);

internal sealed record ExportStatusResponse(StatusInfo Status, DateTimeOffset? CompletedDate, DateTimeOffset? PackageExpirationDate, ExportPackage? Package);
