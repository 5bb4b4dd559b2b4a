using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KsefSimulator.Authentication.Xades;
using KsefSimulator.Http;
using KsefSimulator.Identity;
using KsefSimulator.Limits;
using KsefSimulator.Logins;

namespace KsefSimulator.Authentication;

/// <summary>POST /auth/xades-signature: the signature is verified at once, certificate and permissions show in the status.</summary>
internal static class XadesEndpoints
{
    public static void MapXadesSignature(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/xades-signature", SubmitAsync)
        .WithName("AuthXadesSignature")
        .RateLimited(RateLimitGroup.Anonymous);

    private static async Task<IResult> SubmitAsync(
        HttpContext context,
        Challenges challenges,
        Authentications authentications,
        LoginDecision decision,
        JwtIssuer jwt,
        bool verifyCertificateChain = false)
    {
        var document = await ReadAsync(context.Request, context.RequestAborted);
        var signed = SignedDocument.Parse(document, AuthTokenRequest.RootName);
        var request = AuthTokenRequest.Parse(signed.Content);
        using var certificate = XadesVerifier.Verify(signed);
        var subject = SubjectOf(certificate, request.ByFingerprint);
        challenges.Use(request.Challenge);

        var operation = authentications.Start(
            request.Context,
            subject,
            CertificateSubjectData.Of(certificate.SubjectName),
            decision.MethodOf(certificate),
            request.Policy,
            decision.Decide(request.Context, subject, certificate, verifyCertificateChain),
            documentHash: Convert.ToBase64String(SHA256.HashData(document)));
        return AuthenticationInit.Accepted(operation, jwt);
    }

    private static SubjectIdentifier SubjectOf(X509Certificate2 certificate, bool byFingerprint) => byFingerprint
        ? CertificateSubject.Fingerprint(certificate)
        : CertificateSubject.Read(certificate) ?? throw Refusals.SignatureConflict();

    private static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
