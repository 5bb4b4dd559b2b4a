using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;
using KsefSimulator.Paging;
using KsefSimulator.Permissions;

namespace KsefSimulator.Certificates;

/// <summary>POST /certificates/retrieve, POST /certificates/{serial}/revoke, POST /certificates/query.</summary>
internal static class CertificateEndpoints
{
    private const int MaxRetrieved = 10;

    public static void MapCertificates(this IEndpointRouteBuilder api)
    {
        api.MapPost("/certificates/retrieve", RetrieveAsync).WithName("CertificateRetrieve").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapPost("/certificates/{serialNumber}/revoke", RevokeAsync).WithName("CertificateRevoke").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapPost("/certificates/query", QueryAsync).WithName("CertificateQuery").RequireAccess().RateLimited(RateLimitGroup.Other);
    }

    private static async Task<IResult> RetrieveAsync(HttpContext context, KsefCertificates certificates)
    {
        var request = await JsonBody.ReadAsync(context.Request, CertificateJson.Types.RetrieveCertificatesRequest, context.RequestAborted);
        var serials = Require.Present(request.CertificateSerialNumbers, "certificateSerialNumbers");
        if (serials.Count is 0 or > MaxRetrieved)
        {
            throw Refusals.InvalidInput($"Pole 'certificateSerialNumbers' musi zawierać od 1 do {MaxRetrieved} numerów.");
        }

        var found = serials.Select(certificates.Find).OfType<KsefCertificate>()
            .Select(certificate => new RetrievedCertificate(Convert.ToBase64String(certificate.Encoded), certificate.Name, certificate.SerialNumber, certificate.Type))
            .ToList();
        return Answer.Json(new RetrieveCertificatesResponse(found), CertificateJson.Types.RetrieveCertificatesResponse);
    }

    private static async Task<IResult> RevokeAsync(string serialNumber, HttpContext context, KsefCertificates certificates, PermissionDirectory directory, TimeProvider time)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadOptionalAsync(context.Request, CertificateJson.Types.RevokeCertificateRequest, context.RequestAborted);
        if (request?.RevocationReason is not (null or "Unspecified" or "Superseded" or "KeyCompromise"))
        {
            throw Refusals.InvalidInput("Pole 'revocationReason' ma niedozwoloną wartość.");
        }

        if (caller.IsByToken)
        {
            throw HttpRefusal.AuthenticationMethodNotAllowed();
        }

        if (certificates.Find(serialNumber) is not { } certificate || !directory.IsSame(certificate.Subject, caller.Subject))
        {
            throw CertificateRefusals.CertificateNotFound();
        }

        if (certificate.StatusAt(time.GetUtcNow()) != "Active")
        {
            throw CertificateRefusals.CertificateNotRevocable();
        }

        certificates.Revoke(certificate);
        return Answer.NoContent();
    }

    private static async Task<IResult> QueryAsync(HttpContext context, KsefCertificates certificates, TimeProvider time)
    {
        var caller = context.Caller();
        var filter = await JsonBody.ReadOptionalAsync(context.Request, CertificateJson.Types.QueryCertificatesRequest, context.RequestAborted)
            ?? new QueryCertificatesRequest(null, null, null, null, null);
        var now = time.GetUtcNow();
        var found = certificates.Of(caller.Subject)
            .Where(certificate => filter.CertificateSerialNumber is null || certificate.SerialNumber == filter.CertificateSerialNumber)
            .Where(certificate => filter.Name is null || certificate.Name.Contains(filter.Name, StringComparison.OrdinalIgnoreCase))
            .Where(certificate => filter.Type is null || certificate.Type == filter.Type)
            .Where(certificate => filter.Status is null || certificate.StatusAt(now) == filter.Status)
            .Where(certificate => filter.ExpiresAfter is not { } moment || certificate.ValidTo > moment)
            .ToList();
        var page = OffsetPage.From(context.Request, maximum: 50);
        var items = page.Of(found).Select(certificate => new CertificateItem(
            certificate.SerialNumber,
            certificate.Name,
            certificate.Type,
            certificate.CommonName,
            certificate.StatusAt(now),
            new CertificateSubjectIdentifier(certificate.Subject.Type, certificate.Subject.Value),
            certificate.ValidFrom,
            certificate.ValidTo,
            certificate.LastUseDate,
            certificate.RequestDate)).ToList();
        return Answer.Json(new QueryCertificatesResponse(items, page.HasMore(found.Count)), CertificateJson.Types.QueryCertificatesResponse);
    }
}
