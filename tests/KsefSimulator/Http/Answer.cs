using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;

namespace KsefSimulator.Http;

/// <summary>The answers an endpoint gives when it does not refuse.</summary>
internal static class Answer
{
    /// <summary>SHA-256 in Base64 of the body, on downloads of invoices, UPOs and package parts.</summary>
    public const string HashHeader = "x-ms-meta-hash";

    public static IResult Json<T>(T body, JsonTypeInfo<T> json, int status = StatusCodes.Status200OK) =>
        TypedResults.Json(body, json, statusCode: status);

    public static IResult NoContent() => TypedResults.NoContent();

    public static IResult Xml(HttpContext context, byte[] content, string? hash = null)
    {
        context.Response.Headers[HashHeader] = hash ?? Convert.ToBase64String(SHA256.HashData(content));
        return TypedResults.Bytes(content, "application/xml");
    }
}
