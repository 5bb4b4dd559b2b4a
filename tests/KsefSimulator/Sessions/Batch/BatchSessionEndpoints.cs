using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Invoices;
using KsefSimulator.Limits;
using KsefSimulator.PublicKeys;
using KsefSimulator.Storage;

namespace KsefSimulator.Sessions.Batch;

/// <summary>POST /sessions/batch and its close.</summary>
internal static class BatchSessionEndpoints
{
    public static void MapBatchSessions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sessions/batch", OpenAsync)
            .WithName("BatchSessionOpen").RequireAccess(SessionPermissions.Batch).RateLimited(RateLimitGroup.BatchSession);
        api.MapPost("/sessions/batch/{referenceNumber}/close", Close)
            .WithName("BatchSessionClose").RequireAccess(SessionPermissions.Batch).RateLimited(RateLimitGroup.BatchSessionClose);
    }

    private static async Task<IResult> OpenAsync(HttpContext context, SessionOpening opening, SignedLinks links)
    {
        var request = await JsonBody.ReadAsync(context.Request, BatchJson.Types.OpenBatchSessionRequest, context.RequestAborted);
        var schema = FormCodes.Require(request.FormCode, SessionKind.Batch);
        var file = BatchFileRules.Require(request.BatchFile);
        var session = opening.Open(context, SessionKind.Batch, schema, request.Encryption, file, request.OfflineMode ?? false).Session;

        var expires = session.DateCreated + SessionStatuses.UploadWindow(session);
        var uploads = file.Parts
            .Select(part => new PartUploadRequest(
                part.OrdinalNumber,
                HttpMethods.Put,
                links.Sign(context.Request, PartUploadEndpoints.PathOf(session.ReferenceNumber, part.OrdinalNumber), expires),
                new Dictionary<string, string> { [PartUploadEndpoints.BlobTypeHeader] = PartUploadEndpoints.BlockBlob }))
            .ToList();
        return Answer.Json(new OpenBatchSessionResponse(session.ReferenceNumber, uploads), BatchJson.Types.OpenBatchSessionResponse, StatusCodes.Status201Created);
    }

    private static IResult Close(string referenceNumber, HttpContext context, SessionAccess access, BatchClosing closing)
    {
        closing.Close(access.Get(context, referenceNumber, SessionKind.Batch));
        return Answer.NoContent();
    }
}

internal sealed record OpenBatchSessionRequest(FormCodeBody? FormCode, BatchFileBody? BatchFile, EncryptionBody? Encryption, bool? OfflineMode);

internal sealed record BatchFileBody(long? FileSize, string? FileHash, string? CompressionType, IReadOnlyList<BatchPartBody>? FileParts);

internal sealed record BatchPartBody(int? OrdinalNumber, long? FileSize, string? FileHash);

internal sealed record OpenBatchSessionResponse(string ReferenceNumber, IReadOnlyList<PartUploadRequest> PartUploadRequests);

internal sealed record PartUploadRequest(int OrdinalNumber, string Method, Uri Url, IReadOnlyDictionary<string, string> Headers);
