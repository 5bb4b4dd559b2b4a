using System.Text.RegularExpressions;
using KsefSimulator.Access;
using KsefSimulator.Http;
using KsefSimulator.Limits;

namespace KsefSimulator.Certificates;

/// <summary>GET /certificates/limits, GET /certificates/enrollments/data, POST and GET of enrollments.</summary>
internal static partial class EnrollmentEndpoints
{
    public static void MapEnrollments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/certificates/limits", Limits).WithName("CertificateLimits").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapGet("/certificates/enrollments/data", Data).WithName("CertificateEnrollmentData").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapPost("/certificates/enrollments", EnrollAsync).WithName("CertificateEnroll").RequireAccess().RateLimited(RateLimitGroup.Other);
        api.MapGet("/certificates/enrollments/{referenceNumber}", Status).WithName("CertificateEnrollment").RequireAccess().RateLimited(RateLimitGroup.Other);
    }

    private static IResult Limits(HttpContext context, KsefCertificates certificates, SubjectLimitBook limits)
    {
        var caller = context.Caller();
        var maximum = limits.Of(caller.Subject);
        var (enrollments, held) = certificates.RemainingOf(caller.Subject);
        return Answer.Json(
            new CertificateLimitsResponse(
                enrollments > 0 && held > 0 && caller.Login.CertificateSubject is not null,
                new CertificateLimit(enrollments, maximum.MaxEnrollments),
                new CertificateLimit(held, maximum.MaxCertificates)),
            CertificateJson.Types.CertificateLimitsResponse);
    }

    private static IResult Data(HttpContext context) =>
        Answer.Json(context.Caller().Login.CertificateSubject ?? throw CertificateRefusals.NoEnrollmentData(), CertificateJson.Types.CertificateSubjectData);

    private static async Task<IResult> EnrollAsync(HttpContext context, KsefCertificates certificates)
    {
        var caller = context.Caller();
        var request = await JsonBody.ReadAsync(context.Request, CertificateJson.Types.EnrollCertificateRequest, context.RequestAborted);
        var name = Require.Text(request.CertificateName, "certificateName", 5, 100);
        if (!NameShape().IsMatch(name) || request.CertificateType is not (KsefCertificate.Authentication or KsefCertificate.Offline))
        {
            throw Refusals.InvalidInput("Pole 'certificateName' lub 'certificateType' ma niedozwoloną wartość.");
        }

        var subject = caller.Login.CertificateSubject ?? throw CertificateRefusals.NotAllowed();
        var csr = SigningRequest.Read(Require.Base64(request.Csr, "csr"), subject);
        var enrollment = certificates.Enroll(caller.Subject, csr, subject.CommonName ?? string.Empty, name, request.CertificateType, request.ValidFrom);
        return Answer.Json(new EnrollCertificateResponse(enrollment.ReferenceNumber, enrollment.RequestDate), CertificateJson.Types.EnrollCertificateResponse, StatusCodes.Status202Accepted);
    }

    private static IResult Status(string referenceNumber, HttpContext context, KsefCertificates certificates, TimeProvider time)
    {
        var enrollment = certificates.Enrollment(referenceNumber, context.Caller().Subject);
        var isDone = time.GetUtcNow() >= enrollment.CompletesAt;
        var status = isDone ? new StatusInfo(200, "Wniosek obsłużony (certyfikat wygenerowany)") : new StatusInfo(100, "Wniosek przyjęty do realizacji");
        return Answer.Json(new EnrollmentStatusResponse(enrollment.RequestDate, status, isDone ? enrollment.SerialNumber : null), CertificateJson.Types.EnrollmentStatusResponse);
    }

    [GeneratedRegex(@"^[a-zA-Z0-9_\- ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]+$")]
    private static partial Regex NameShape();
}
