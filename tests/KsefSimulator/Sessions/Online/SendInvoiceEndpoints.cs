using System.Security.Cryptography;
using KsefSimulator.Access;
using KsefSimulator.Faults;
using KsefSimulator.Http;
using KsefSimulator.Limits;

namespace KsefSimulator.Sessions.Online;

/// <summary>POST /sessions/online/{referenceNumber}/invoices.</summary>
internal static class SendInvoiceEndpoints
{
    public static void MapSendInvoice(this IEndpointRouteBuilder api) => api
        .MapPost("/sessions/online/{referenceNumber}/invoices", SendAsync)
        .WithName("OnlineSessionSend").RequireAccess(SessionPermissions.Online).RateLimited(RateLimitGroup.InvoiceSend);

    private static async Task<IResult> SendAsync(string referenceNumber, HttpContext context, SessionAccess access, OnlineSending sending, FaultSwitchboard faults)
    {
        var state = access.Get(context, referenceNumber, SessionKind.Online);
        var request = await JsonBody.ReadAsync(context.Request, OnlineJson.Types.SendInvoiceRequest, context.RequestAborted);
        Require.Sha256(request.InvoiceHash, "invoiceHash");
        Require.AtLeastOne(request.InvoiceSize, "invoiceSize");
        Require.Sha256(request.EncryptedInvoiceHash, "encryptedInvoiceHash");
        Require.AtLeastOne(request.EncryptedInvoiceSize, "encryptedInvoiceSize");
        var ciphertext = Require.Present(request.EncryptedInvoiceContent, "encryptedInvoiceContent");
        if (ciphertext.Length != request.EncryptedInvoiceSize)
        {
            throw Refusals.WrongContentSize();
        }

        if (Convert.ToBase64String(SHA256.HashData(ciphertext)) != request.EncryptedInvoiceHash)
        {
            throw Refusals.WrongContentHash();
        }

        if (faults.Strikes(context, FaultNames.SessionUnavailable, referenceNumber))
        {
            throw Refusals.SessionTemporarilyUnavailable();
        }

        var reference = sending.Send(state, request, ciphertext);
        return Answer.Json(new SendInvoiceResponse(reference), OnlineJson.Types.SendInvoiceResponse, StatusCodes.Status202Accepted);
    }
}

internal sealed record SendInvoiceRequest
{
    public string? InvoiceHash { get; init; }

    public long? InvoiceSize { get; init; }

    public string? EncryptedInvoiceHash { get; init; }

    public long? EncryptedInvoiceSize { get; init; }

    public byte[]? EncryptedInvoiceContent { get; init; }

    public bool? OfflineMode { get; init; }

    public string? HashOfCorrectedInvoice { get; init; }
}

internal sealed record SendInvoiceResponse(string ReferenceNumber);
