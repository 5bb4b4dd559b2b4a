using KsefSimulator.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KsefSimulator.Sessions.Batch;

/// <summary>PUT of a package part to its signed address, answered as Azure Blob Storage does.</summary>
internal static class PartUploadEndpoints
{
    public const string BlobTypeHeader = "x-ms-blob-type";
    public const string BlockBlob = "BlockBlob";

    public static string PathOf(string session, int ordinal) => $"/00/{session}/batch-parts/{ordinal}";

    public static void MapPartUploads(this IEndpointRouteBuilder storage) => storage
        .MapPut("/00/{session}/batch-parts/{ordinal:int}", PutAsync)
        .WithName("PartUpload");

    private static async Task<IResult> PutAsync(string session, int ordinal, HttpContext context, SignedLinks links, SessionStore sessions, SessionStatuses statuses, PartStore parts)
    {
        if (!links.IsValid(context.Request) || context.Request.Headers.ContainsKey("Authorization"))
        {
            return Error(StatusCodes.Status403Forbidden, "AuthenticationFailed", "Server failed to authenticate the request.");
        }

        if (context.Request.Headers[BlobTypeHeader] != BlockBlob)
        {
            return Error(StatusCodes.Status400BadRequest, "MissingRequiredHeader", "An HTTP header that's mandatory for this request is not specified: x-ms-blob-type.");
        }

        var announced = sessions.Find(session) is { } state && statuses.StatusOf(state).Code == SessionStatuses.OpenCode
            ? state.Session.BatchFile?.Parts.FirstOrDefault(part => part.OrdinalNumber == ordinal)
            : null;
        if (announced is null)
        {
            return Error(StatusCodes.Status404NotFound, "ResourceNotFound", "The specified resource does not exist.");
        }

        return await parts.SaveAsync(session, ordinal, context.Request.Body, BatchFileRules.MaxPartSize * 2, context.RequestAborted)
            ? TypedResults.StatusCode(StatusCodes.Status201Created)
            : Error(StatusCodes.Status413PayloadTooLarge, "RequestBodyTooLarge", "The request body is too large and exceeds the maximum permissible limit.");
    }

    private static ContentHttpResult Error(int status, string code, string message) => TypedResults.Content(
        $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code><Message>{message}</Message></Error>""", "application/xml", statusCode: status);
}
