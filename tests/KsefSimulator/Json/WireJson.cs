using System.Text.Json.Serialization;
using KsefSimulator.Admin;
using KsefSimulator.Authentication;
using KsefSimulator.Certificates;
using KsefSimulator.Http;
using KsefSimulator.Invoices.Exports;
using KsefSimulator.Invoices.Queries;
using KsefSimulator.Latarnia;
using KsefSimulator.Limits;
using KsefSimulator.Permissions;
using KsefSimulator.PublicKeys;
using KsefSimulator.Sessions.Batch;
using KsefSimulator.Sessions.Online;
using KsefSimulator.Sessions.Status;
using KsefSimulator.StartPage;
using KsefSimulator.TestData;
using KsefSimulator.Tokens;

namespace KsefSimulator.Json;

/// <summary>Bodies of requests and responses.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(ExceptionResponse))]
[JsonSerializable(typeof(TooManyRequestsResponse))]
[JsonSerializable(typeof(TokenClaims))]
[JsonSerializable(typeof(TokenSubject))]
[JsonSerializable(typeof(AuthenticationChallengeResponse))]
[JsonSerializable(typeof(AuthenticationInitResponse))]
[JsonSerializable(typeof(InitTokenAuthenticationRequest))]
[JsonSerializable(typeof(AuthenticationItem))]
[JsonSerializable(typeof(AuthenticationListResponse))]
[JsonSerializable(typeof(AuthenticationTokensResponse))]
[JsonSerializable(typeof(AuthenticationTokenRefreshResponse))]
[JsonSerializable(typeof(List<PublicKeyCertificate>))]
[JsonSerializable(typeof(GenerateTokenRequest))]
[JsonSerializable(typeof(GenerateTokenResponse))]
[JsonSerializable(typeof(TokenItem))]
[JsonSerializable(typeof(QueryTokensResponse))]
[JsonSerializable(typeof(OpenOnlineSessionRequest))]
[JsonSerializable(typeof(OpenOnlineSessionResponse))]
[JsonSerializable(typeof(SendInvoiceRequest))]
[JsonSerializable(typeof(SendInvoiceResponse))]
[JsonSerializable(typeof(OpenBatchSessionRequest))]
[JsonSerializable(typeof(OpenBatchSessionResponse))]
[JsonSerializable(typeof(SessionStatusResponse))]
[JsonSerializable(typeof(SessionInvoicesResponse))]
[JsonSerializable(typeof(SessionInvoiceItem))]
[JsonSerializable(typeof(SessionsQueryResponse))]
[JsonSerializable(typeof(ContextLimits))]
[JsonSerializable(typeof(ApiRateLimits))]
[JsonSerializable(typeof(AttachmentStatusResponse))]
[JsonSerializable(typeof(AuthorizationGrantRequest))]
[JsonSerializable(typeof(CertificateLimitsResponse))]
[JsonSerializable(typeof(CertificateSubjectData))]
[JsonSerializable(typeof(ContextBlockRequest))]
[JsonSerializable(typeof(EnrollCertificateRequest))]
[JsonSerializable(typeof(EnrollCertificateResponse))]
[JsonSerializable(typeof(EnrollmentStatusResponse))]
[JsonSerializable(typeof(EntityGrantRequest))]
[JsonSerializable(typeof(EntityRolesResponse))]
[JsonSerializable(typeof(ExportInvoicesResponse))]
[JsonSerializable(typeof(ExportMetadata))]
[JsonSerializable(typeof(ExportStatusResponse))]
[JsonSerializable(typeof(InvoiceExportRequest))]
[JsonSerializable(typeof(InvoiceFilterBody))]
[JsonSerializable(typeof(LatarniaStatus))]
[JsonSerializable(typeof(NipRequest))]
[JsonSerializable(typeof(PermissionQueryRequest))]
[JsonSerializable(typeof(PersonPermissionsResponse))]
[JsonSerializable(typeof(PersonalPermissionsResponse))]
[JsonSerializable(typeof(EntityPermissionsResponse))]
[JsonSerializable(typeof(AuthorizationQueryRequest))]
[JsonSerializable(typeof(AuthorizationsResponse))]
[JsonSerializable(typeof(PermissionsOperationResponse))]
[JsonSerializable(typeof(PermissionsOperationStatusResponse))]
[JsonSerializable(typeof(PersonCreateRequest))]
[JsonSerializable(typeof(PersonGrantRequest))]
[JsonSerializable(typeof(QueryCertificatesRequest))]
[JsonSerializable(typeof(QueryCertificatesResponse))]
[JsonSerializable(typeof(QueryMetadataResponse))]
[JsonSerializable(typeof(RateLimitsRequest))]
[JsonSerializable(typeof(RetrieveCertificatesRequest))]
[JsonSerializable(typeof(RetrieveCertificatesResponse))]
[JsonSerializable(typeof(RevokeCertificateRequest))]
[JsonSerializable(typeof(SessionLimitsRequest))]
[JsonSerializable(typeof(SubjectCreateRequest))]
[JsonSerializable(typeof(SubjectLimitsRequest))]
[JsonSerializable(typeof(SubjectLimitsResponse))]
[JsonSerializable(typeof(SubjectRemoveRequest))]
[JsonSerializable(typeof(TestPermissionsRequest))]
[JsonSerializable(typeof(List<LatarniaMessage>))]
[JsonSerializable(typeof(OverviewBody))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(FaultChange))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
internal sealed partial class WireJson : JsonSerializerContext;
