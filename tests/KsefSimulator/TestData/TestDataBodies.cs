using KsefSimulator.Limits;
using KsefSimulator.Permissions;

namespace KsefSimulator.TestData;

internal sealed record SubjectCreateRequest(string? SubjectNip, string? SubjectType, IReadOnlyList<SubunitBody>? Subunits, string? Description, DateTimeOffset? CreatedDate);

internal sealed record SubunitBody(string? SubjectNip, string? Description);

internal sealed record SubjectRemoveRequest(string? SubjectNip);

internal sealed record PersonCreateRequest(string? Nip, string? Pesel, bool? IsBailiff, string? Description, bool? IsDeceased, DateTimeOffset? CreatedDate);

internal sealed record NipRequest(string? Nip, DateOnly? ExpectedEndDate);

internal sealed record TestPermissionsRequest(TypedValueBody? ContextIdentifier, TypedValueBody? AuthorizedIdentifier, IReadOnlyList<TestPermissionBody>? Permissions);

internal sealed record TestPermissionBody(string? Description, string? PermissionType);

internal sealed record ContextBlockRequest(TypedValueBody? ContextIdentifier);

internal sealed record SessionLimitsRequest(SessionLimitsBody? OnlineSession, SessionLimitsBody? BatchSession);

internal sealed record SessionLimitsBody(int? MaxInvoiceSizeInMB, int? MaxInvoiceWithAttachmentSizeInMB, int? MaxInvoices);

internal sealed record SubjectLimitsRequest(string? SubjectIdentifierType, EnrollmentLimitBody? Enrollment, CertificateLimitBody? Certificate);

internal sealed record EnrollmentLimitBody(int? MaxEnrollments);

internal sealed record CertificateLimitBody(int? MaxCertificates);

internal sealed record RateLimitsRequest(Dictionary<string, RateLimitValues>? RateLimits);
