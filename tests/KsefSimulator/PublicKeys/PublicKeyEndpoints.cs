using System.Security.Cryptography;
using KsefSimulator.Http;
using KsefSimulator.Limits;

namespace KsefSimulator.PublicKeys;

/// <summary>GET /security/public-key-certificates.</summary>
internal static class PublicKeyEndpoints
{
    public static void MapPublicKeys(this IEndpointRouteBuilder api) => api
        .MapGet("/security/public-key-certificates", List)
        .WithName("PublicKeyCertificates")
        .RateLimited(RateLimitGroup.Anonymous);

    private static IResult List(KeyRing keys) => Answer.Json(keys.Published.Select(Body).ToList(), PublicKeyJson.Types.ListPublicKeyCertificate);

    private static PublicKeyCertificate Body(MinistryKey key) => new(
        Convert.ToBase64String(key.Certificate),
        Convert.ToBase64String(SHA256.HashData(key.Certificate)),
        key.PublicKeyId,
        key.ValidFrom,
        key.ValidTo,
        [key.Usage]);
}

internal sealed record PublicKeyCertificate(
    string Certificate, string CertificateId, string PublicKeyId, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, IReadOnlyList<string> Usage);
